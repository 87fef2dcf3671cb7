import { SchedulerService } from '@backstage/backend-plugin-api';
import { ExpiryReminder } from './ExpiryReminder';
import { FactRefresh } from './FactRefresh';

/** Asks the automatic sources, and looks once a day for what lapses soon. */
export async function scheduleReadiness(options: {
  scheduler: SchedulerService;
  refresh: FactRefresh;
  reminder: ExpiryReminder;
  clock: () => Date;
}): Promise<void> {
  const { scheduler, refresh, reminder, clock } = options;
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
