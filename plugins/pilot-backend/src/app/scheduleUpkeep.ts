import { SchedulerService } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';
import { Announcer } from '../kernel/announce/Announcer';
import { CatalogSync } from '../targets/CatalogSync';
import { SettingsCheck } from '../targets/SettingsCheck';
import { DemandUpkeep } from '../demand/DemandUpkeep';
import { FutureWatch } from '../operating/FutureWatch';
import { SkewWatch } from '../kernel/clock/SkewWatch';
import { TextRetention } from '../operating/TextRetention';
import { PhaseUpkeep } from '../pilots/PhaseUpkeep';
import { Maintenance } from '../operating/Maintenance';

/**
 * Schedules the regular work of one replica, which is announced afterwards, and
 * each replica's checks of its own configuration.
 */
export async function scheduleUpkeep(options: {
  scheduler: SchedulerService;
  upkeep: DemandUpkeep;
  phases: PhaseUpkeep;
  sync: CatalogSync;
  settings: SettingsCheck;
  maintenance: Maintenance;
  syncInterval: HumanDuration;
  announcer: Announcer;
  clock: () => Date;
  future: FutureWatch;
  /** Absent where all texts are kept. */
  retention?: TextRetention;
  /** Absent where the clock of this process is that of the database. */
  skew?: SkewWatch;
}): Promise<void> {
  const { scheduler, upkeep, phases, sync, announcer, clock, skew } = options;
  const told =
    (pass: (now: Date, signal?: AbortSignal) => Promise<void>) =>
    async (signal?: AbortSignal) => {
      await pass(clock(), signal);
      announcer.announce();
    };
  await scheduler.scheduleTask({
    id: 'pilot-demand-recompute',
    frequency: { minutes: 5 },
    timeout: { hours: 1 },
    scope: 'global',
    fn: told((now, signal) => upkeep.recompute(now, signal)),
  });
  await scheduler.scheduleTask({
    id: 'pilot-demand-sweep',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 1 },
    scope: 'global',
    fn: told(async (now, signal) => {
      await upkeep.sweep(now, signal);
      await phases.sweep(now, signal);
    }),
  });
  const { retention } = options;
  if (retention) {
    await scheduler.scheduleTask({
      id: 'pilot-text-retention',
      frequency: { hours: 24 },
      timeout: { hours: 2 },
      initialDelay: { minutes: 5 },
      scope: 'global',
      fn: signal => retention.run(clock(), signal),
    });
  }
  await scheduler.scheduleTask({
    id: 'pilot-phase-follow',
    frequency: { minutes: 1 },
    timeout: { minutes: 15 },
    initialDelay: { seconds: 20 },
    scope: 'global',
    fn: signal => phases.follow(clock(), signal),
  });
  await scheduler.scheduleTask({
    id: 'pilot-catalog-sync',
    frequency: options.syncInterval,
    timeout: { minutes: 15 },
    initialDelay: { seconds: 5 },
    scope: 'global',
    fn: told((now, signal) => sync.run(now, signal)),
  });
  await scheduler.scheduleTask({
    id: 'pilot-stored-check',
    frequency: { minutes: 10 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 2 },
    scope: 'global',
    fn: signal => options.maintenance.sample(signal),
  });
  await scheduler.scheduleTask({
    id: 'pilot-settings-check',
    frequency: { hours: 1 },
    timeout: { minutes: 5 },
    // A catalog that begins empty has read its Groups by then.
    initialDelay: { seconds: 30 },
    scope: 'local',
    fn: () => options.settings.report(),
  });
  await scheduler.scheduleTask({
    id: 'pilot-future-check',
    frequency: { hours: 1 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 45 },
    scope: 'global',
    fn: () => options.future.run(clock()),
  });
  if (skew) {
    await scheduler.scheduleTask({
      id: 'pilot-clock-read',
      frequency: { seconds: 30 },
      timeout: { seconds: 30 },
      scope: 'local',
      fn: () => skew.run(),
    });
  }
}
