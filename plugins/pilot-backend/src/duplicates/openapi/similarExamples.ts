import type {
  Dismiss,
  Fragmentation,
  Merge,
  MergeResult,
  MovePerson,
  MoveTeam,
  OrphanedPersonPage,
  OrphanedTeamPage,
  OrphanPage,
  Similar,
} from '@pilot-to-platform/plugin-pilot-common';

const sharing = {
  target: 'pilot:default/delta-sharing',
  title: 'Partner data sharing',
  kind: 'pilot',
  owner: 'group:default/partner-tech',
  phase: 'demand' as const,
  score: 46.55,
  level: 'strong' as const,
  teams: 5,
};
const drop = {
  target: 'pilot:default/file-drop',
  title: 'Partner file drop',
  kind: 'pilot',
  owner: 'group:default/payments',
  phase: 'pilot' as const,
  score: 13.34,
  level: 'faint' as const,
  teams: 1,
};
const capability = { code: 'capability' as const, capability: 'data-sharing' };

export const similarExample: Similar = {
  items: [
    {
      ...sharing,
      similarity: 0.82,
      reasons: [capability, { code: 'words', words: ['partner', 'extract'] }],
    },
  ],
};

const key = '9f86d081884c7d65';

export const fragmentationExample: Fragmentation = {
  groups: [
    {
      key,
      reasons: [capability],
      members: [sharing, drop],
      otherwise: [
        {
          code: 'build-own',
          team: 'group:default/payments',
          target: 'pilot:default/delta-sharing',
          interest: '5f3c8f8e-3a55-4a7e-9d1b-0f6a3b8f2c11',
          at: '2026-11-20T09:00:00.000Z',
        },
      ],
      teams: 5,
      dismissed: null,
      can: { dismiss: true, merge: 'notApprover' },
    },
  ],
};

export const dismissExample: Dismiss = {
  key,
  reason: 'One is for partners, the other for auditors.',
};

export const dismissedExample = { id: '0c7c5f7e-8f0e-4f60-9a3c-2a6f4f1f5b77' };

export const mergeExample: Merge = {
  from: 'pilot:default/file-drop',
  into: 'pilot:default/delta-sharing',
  reason: 'The same need; the owners agreed on 19 November.',
};

export const mergeResultExample: MergeResult = {
  from: 'pilot:default/file-drop',
  into: 'pilot:default/delta-sharing',
  moved: 3,
};

export const orphanPageExample: OrphanPage = {
  items: [
    {
      target: 'api:default/recipients',
      title: 'Recipients',
      goneAt: '2026-11-19T22:00:00.000Z',
      interests: 4,
      teams: 3,
    },
  ],
  nextCursor: 'q83vEjRWeJA',
};

export const moveTeamExample: MoveTeam = {
  from: 'group:default/partner-tech',
  into: 'group:default/partner-platform',
  reason: 'Renamed in the reorganisation of November.',
};

export const movedTeamExample: MergeResult = {
  from: 'group:default/partner-tech',
  into: 'group:default/partner-platform',
  moved: 4,
};

export const movePersonExample: MovePerson = {
  from: 'user:default/ana',
  into: 'user:default/ana.lopez',
  reason: 'User names are full names now.',
};

export const movedPersonExample: MergeResult = {
  from: 'user:default/ana',
  into: 'user:default/ana.lopez',
  moved: 2,
};

export const orphanedTeamPageExample: OrphanedTeamPage = {
  items: [
    {
      team: 'group:default/partner-tech',
      goneAt: '2026-11-19T22:00:00.000Z',
      interests: 4,
      targets: 3,
    },
  ],
  nextCursor: 'q83vEjRWeJA',
};

export const orphanedPersonPageExample: OrphanedPersonPage = {
  items: [{ person: 'user:default/ana', interests: 2, targets: 2 }],
  nextCursor: 'q83vEjRWeJA',
};
