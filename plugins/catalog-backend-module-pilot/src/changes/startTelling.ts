import { SchedulerService } from '@backstage/backend-plugin-api';
import { ChangeTeller } from './ChangeTeller';

/** Tells each second what was processed, if anything; to be called once all plugins are up. */
export async function startTelling(options: {
  teller: ChangeTeller;
  scheduler: SchedulerService;
}): Promise<void> {
  const { teller, scheduler } = options;
  await scheduler.scheduleTask({
    id: 'pilot-changes-tell',
    scope: 'local',
    frequency: { seconds: 1 },
    timeout: { minutes: 5 },
    fn: () => teller.run(),
  });
}
