import { stringifyEntityRef } from '@backstage/catalog-model';
import { Gate, Readiness } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { SignalChannel } from '../kernel/announce/SignalChannel';
import { PilotConfig } from '../kernel/config/config';
import { Sight } from '../kernel/sight/Sight';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { FactKeeper } from './FactKeeper';
import { ReadableEntity } from './ReadinessDoor';
import {
  readableFacts,
  ReadinessReading,
  readingOf,
  readReadiness,
} from './readReadiness';
import { toReadinessView } from './toReadinessView';

/** Reads a Pilot's readiness together with the gate that it stands before. */
export type GateReader = (
  pilot: StoredTarget,
  options: { readonly now: Date; readonly sight: Sight },
) => Promise<{
  readonly readiness: ReadinessReading;
  readonly gate: Gate | null;
}>;

interface Deps {
  readonly knex: Knex;
  readonly config: PilotConfig;
  readonly keeper: FactKeeper;
  readonly readGated: GateReader;
  readonly watch: SignalChannel;
  readonly clock: () => Date;
}

/** Shows readiness to people, each as far as they may see it. */
export class ReadinessViews {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The readiness of an entity as it is now, for who was let in to read it. */
  async of({
    viewer,
    entity,
    facts,
    rights,
    target,
  }: ReadableEntity): Promise<Readiness> {
    const { config, watch, clock } = this.#deps;
    const ref = stringifyEntityRef(entity);
    const now = clock();
    const isVisible = await viewer.sees(facts.pilots);
    const { reading, gate } = await this.#read(ref, target, {
      now,
      sight: viewer.sight,
    });
    return toReadinessView(reading, {
      ref,
      entity,
      rights,
      now,
      owner: facts.owner,
      // Its numbers are those of interest.
      gate: viewer.rights.read.isNone ? null : gate,
      pilots: facts.pilots.filter(isVisible),
      approvers: config.approvers,
      waiverDays: config.waiverDays,
      pagePaths: config.pagePaths,
      watch: watch.of(ref),
    });
  }

  async #read(
    ref: string,
    target: StoredTarget | undefined,
    { now, sight }: { readonly now: Date; readonly sight: Sight },
  ): Promise<{ reading: ReadinessReading; gate: Gate | null }> {
    const { knex, config, keeper, readGated } = this.#deps;
    const { checks } = config;
    if (!target) {
      const facts = await keeper.compute(ref, now);
      const all = new Map(facts && [[ref, facts]]);
      const known = await readableFacts(all, checks, sight);
      const kind = ref.split(':')[0];
      const own = known.get(ref) ?? {};
      return { reading: readingOf({ kind }, own, { checks, now }), gate: null };
    }
    const options = { ...config, now, sight };
    if (target.kind !== 'pilot') {
      const readings = await readReadiness(knex, [target], options);
      return { reading: readings.get(target.id)!, gate: null };
    }
    const { readiness, gate } = await readGated(target, { now, sight });
    return { reading: readiness, gate };
  }
}
