import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { saveDemandOf } from '../demand/saveDemandOf';
import { Clock } from '../kernel/clock/Clock';
import { PilotConfig } from '../kernel/config/config';
import { createKernel, KernelDeps } from '../kernel/createKernel';
import { followReadiness } from '../pilots/feature';
import { ReadinessSources } from '../readiness/feature';
import { ProjectionFeed } from '../targets/ProjectionFeed';
import { features } from './features';

/** Everything that the plugin does, each with what it needs. */
export type Services = Awaited<ReturnType<typeof createServices>>;

/** Creates the services of each floor from those below it. */
export async function createServices(
  deps: KernelDeps & { readonly notifications: NotificationService },
  given: {
    readonly knex: Knex;
    readonly config: PilotConfig;
    /** Sources that answer checks by themselves. */
    readonly sources: ReadinessSources;
    readonly clock: Clock;
  },
) {
  const { knex, config, sources } = given;
  const feed = new ProjectionFeed(knex);
  const kernel = {
    ...(await createKernel(deps, { ...given, wakeReaders: () => feed.wake() })),
    feed,
  };
  const targets = {
    ...kernel,
    ...features.targets.create({ ...kernel, onTargetChanged: saveDemandOf }),
  };
  const demand = { ...targets, ...features.demand.create(targets) };
  const interest = { ...demand, ...features.interest.create(demand) };
  const readiness = {
    ...interest,
    ...features.readiness.create({
      ...interest,
      ...followReadiness(knex, config),
      sources,
    }),
  };
  const pilots = { ...readiness, ...features.pilots.create(readiness) };
  return {
    ...pilots,
    ...(await features.duplicates.create(pilots)),
    ...(await features.news.create({
      ...pilots,
      notifications: deps.notifications,
    })),
    ...features.operating.create(pilots),
  };
}
