import {
  noDetails,
  type Interest,
  type InterestPage,
  type Recorded,
  type RecordInterest,
  type SetStatus,
} from '@pilot-to-platform/plugin-pilot-common';
import { demandExample } from '../../demand/openapi/demandExamples';
import { csvText } from '../../kernel/http/answerCsv';
import { interestColumns } from '../interestColumns';

/** The one press of "I need this". */
export const clickExample: RecordInterest = { team: 'group:default/payments' };

export const recordExample: RecordInterest = {
  requestId: '0b2f6f0e-6a0e-4b6b-8d7f-3f0d1a6f7c55',
  team: 'group:default/payments',
  useCaseKey: 'weekly-extracts',
  urgency: 'important',
  useCase:
    'Weekly sales extracts for forty partners, without sending files by mail.',
  neededBy: '2027-03-01',
  otherwise: 'wait',
};

export const interestExample: Interest = {
  id: '5f3c8f8e-3a55-4a7e-9d1b-0f6a3b8f2c11',
  target: 'pilot:default/delta-sharing',
  targetTitle: 'Partner data sharing',
  targetGone: false,
  movedAway: false,
  team: 'group:default/payments',
  author: 'user:default/priya',
  onBehalf: false,
  useCaseKey: 'weekly-extracts',
  ...noDetails,
  useCase:
    'Weekly sales extracts for forty partners, without sending files by mail.',
  otherwise: 'wait',
  specificity: 0.4,
  internal: false,
  status: 'open',
  statusNote: null,
  statusAt: null,
  statusBy: null,
  createdAt: '2026-11-20T09:00:00.000Z',
  confirmedAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
  confirmDue: false,
  version: 1,
  can: { edit: true, withdraw: true, confirm: true, triage: 'notOwner' },
};

export const recordedExample: Recorded = {
  interest: interestExample,
  demand: demandExample,
};

export const withdrawnExample: Recorded = {
  interest: {
    ...interestExample,
    status: 'withdrawn',
    updatedAt: '2026-11-20T10:00:00.000Z',
    version: 2,
    can: {
      edit: true,
      withdraw: 'withdrawn',
      confirm: 'withdrawn',
      triage: 'notOwner',
    },
  },
};

export const setStatusExample: SetStatus = {
  status: 'planned',
  note: 'In the release of March.',
  version: 1,
};

export const plannedExample: Recorded = {
  interest: {
    ...interestExample,
    status: 'planned',
    statusNote: 'In the release of March.',
    statusAt: '2026-11-21T08:00:00.000Z',
    statusBy: 'user:default/tom',
    updatedAt: '2026-11-21T08:00:00.000Z',
    version: 2,
    can: {
      edit: 'notAuthor',
      withdraw: 'notAuthor',
      confirm: 'notAuthor',
      triage: true,
    },
  },
  demand: demandExample,
};

/** The interest changed since the version that an answer was made on. */
export const changedMeanwhileExample = {
  error: {
    name: 'ConflictError',
    message: 'Changed on 2026-11-21T08:00:00.000Z by user:default/tom',
  },
  request: {
    method: 'PUT',
    url: '/interests/5f3c8f8e-3a55-4a7e-9d1b-0f6a3b8f2c11/status',
  },
  response: { statusCode: 409 },
  current: plannedExample.interest,
};

export const interestPageExample: InterestPage = {
  items: [interestExample],
  nextCursor: 'q83vEjRWeJA',
  total: 24,
};

export const interestsCsvExample = csvText(interestColumns, [interestExample]);
