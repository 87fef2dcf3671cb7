import { Redate, Redated } from '@pilot-to-platform/plugin-pilot-common';

export const redateExample: Redate = { dryRun: true };

export const redatedExample: Redated = {
  now: '2026-11-20T09:00:00.000Z',
  dryRun: true,
  rows: { interest: 1, interest_log: 2, target: 1 },
  targets: 1,
};
