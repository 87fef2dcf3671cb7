import type {
  EverythingImported,
  ImportResult,
} from '@pilot-to-platform/plugin-pilot-common';

export const exchangeLinesExample = [
  {
    type: 'interest',
    target: 'pilot:default/delta-sharing',
    team: 'group:default/payments',
    author: 'user:default/priya',
    useCaseKey: 'weekly-extracts',
    urgency: 'important',
    useCase: 'Weekly sales extracts for forty partners, without files by mail.',
    createdAt: '2026-06-01T08:00:00Z',
  },
  {
    type: 'status',
    target: 'pilot:default/delta-sharing',
    author: 'user:default/priya',
    team: 'group:default/payments',
    useCaseKey: 'weekly-extracts',
    status: 'planned',
    note: 'In the release of March.',
    by: 'user:default/tom',
    at: '2026-09-01T08:00:00Z',
  },
  {
    type: 'count',
    target: 'pilot:default/delta-sharing',
    source: 'Votes in the forum',
    count: 41,
    at: '2026-05-01T08:00:00Z',
  },
];

export const ndjsonExample = exchangeLinesExample
  .map(line => `${JSON.stringify(line)}\n`)
  .join('');

/** A file of one row. */
export const everythingExample = [
  '{"format":"pilot-to-platform/everything","version":1,"migration":"20261130150001_add_policy_revision.js"}',
  '{"table":"team","row":{"gone_at":null,"missing_since":1790000000000,"ref":"group:default/payments"}}',
  '{"end":{"rows":1,"sha256":"d694d3a07d7f721882c60fff4cb80a1f5369e519ecc8f892348f1cce741e0b5c"}}',
  '',
].join('\n');

export const everythingImportedExample: EverythingImported = {
  rows: 1,
  unchanged: false,
};

export const importResultExample: ImportResult = {
  imported: 2,
  unchanged: 0,
  changed: 1,
  waiting: 0,
  orphaned: ['api:default/recipients'],
  failed: [
    {
      line: 3,
      message: 'team: must name a group such as group:default/payments',
    },
  ],
};
