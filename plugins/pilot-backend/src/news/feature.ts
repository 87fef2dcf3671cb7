import { NotificationService } from '@backstage/plugin-notifications-node';
import { Kernel } from '../kernel/createKernel';
import { sharedKey } from '../kernel/store/secrets/sharedKey';
import { ConfirmReminder } from './ConfirmReminder';
import { OutboxSender } from './OutboxSender';
import { scheduleOutbox } from './scheduleOutbox';
import { ScopeNames } from './ScopeNames';

/** What messages say, and sending them; it has no routes and no actions. */
export const newsFeature = {
  async create(
    kernel: Kernel & { readonly notifications: NotificationService },
  ) {
    const { config, knex } = kernel;
    return {
      outboxSender: new OutboxSender({
        ...config,
        ...kernel,
        details: config.messageDetails,
        paths: config.pagePaths,
        scopes: new ScopeNames(await sharedKey(knex, 'scope')),
      }),
      confirmReminder: new ConfirmReminder({ ...config, knex }),
    };
  },
  schedule: scheduleOutbox,
};
