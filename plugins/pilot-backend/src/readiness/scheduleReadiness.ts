import { SchedulerService } from '@backstage/backend-plugin-api';
import { ChecksInUse } from './ChecksInUse';
import { ExpiryReminder } from './ExpiryReminder';
import { FactRefresh } from './FactRefresh';

/** Asks the automatic sources, and looks once a day for what lapses soon. */
export async function scheduleReadiness(options: {
  scheduler: SchedulerService;
  refresh: FactRefresh;
  reminder: ExpiryReminder;
  inUse: ChecksInUse;
  clock: () => Date;
}): Promise<void> {
  const { scheduler, refresh, reminder, inUse, clock } = options;
  await inUse.report();
  await scheduler.scheduleTask({
    id: 'pilot-readiness-report',
    frequency: { minutes: 1 },
    timeout: { minutes: 1 },
    scope: 'local',
    fn: () => inUse.report(),
  });
  await scheduler.scheduleTask({
    id: 'pilot-readiness-collect',
    frequency: { minutes: 1 },
    timeout: { hours: 1 },
    initialDelay: { seconds: 10 },
    scope: 'global',
    fn: signal => refresh.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'pilot-readiness-remind',
    frequency: { days: 1 },
    timeout: { hours: 1 },
    initialDelay: { minutes: 3 },
    scope: 'global',
    fn: signal => reminder.run(clock(), signal),
  });
}
