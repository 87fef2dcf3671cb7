import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/**
 * The clock of this process. Times that are stored go by the database's clock,
 * which is the same only for SQLite.
 */
export const processClockServiceRef = createServiceRef<() => Date>({
  id: 'pilot.process-clock',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => () => new Date(),
    }),
});
