import { SchedulerService } from '@backstage/backend-plugin-api';
import { ConfirmReminder } from './ConfirmReminder';
import { OutboxSender } from './OutboxSender';

/** Sends what is due twice a minute, and looks once a day for who is to be asked. */
export async function scheduleOutbox(options: {
  scheduler: SchedulerService;
  outboxSender: OutboxSender;
  confirmReminder: ConfirmReminder;
  clock: () => Date;
}): Promise<void> {
  const { scheduler, outboxSender, confirmReminder, clock } = options;
  await scheduler.scheduleTask({
    id: 'pilot-send-messages',
    frequency: { seconds: 30 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 15 },
    scope: 'global',
    fn: signal => outboxSender.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'pilot-remind-authors',
    frequency: { days: 1 },
    timeout: { hours: 1 },
    initialDelay: { minutes: 2 },
    scope: 'global',
    fn: signal => confirmReminder.run(clock(), signal),
  });
}
