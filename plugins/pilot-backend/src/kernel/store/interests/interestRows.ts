import {
  InterestState,
  interestStatuses,
  otherwises,
  StatedText,
  urgencies,
} from '@pilot-to-platform/plugin-pilot-common';
import { interestDetails } from './interestDetails';
import {
  arrayOf,
  isText,
  timeOf,
  timeOrNull,
  wordOf,
  wordOrNull,
} from '../columns';

export interface InterestRow {
  id: string;
  target_id: number | string;
  team: string;
  author: string;
  use_case_key: string;
  on_behalf: boolean | number;
  urgency: string;
  use_case: string | null;
  alternative: string | null;
  needed_by: string | null;
  expected_usage: string | null;
  otherwise: string | null;
  contribute: boolean | number;
  status: string;
  status_note: string | null;
  withdrawn: boolean | number;
  created_at: number | string;
  confirmed_at: number | string;
  updated_at: number | string;
  status_at: number | string | null;
  status_by: string | null;
  imported: string | null;
  version: number;
}

/** Columns of the texts of an author, which are emptied one day. */
export const textColumns = {
  useCase: 'use_case',
  alternative: 'alternative',
  expectedUsage: 'expected_usage',
} as const satisfies Record<StatedText, keyof InterestRow>;

/**
 * A part of an interest that an import said last: a detail, what became of it, or
 * that it is there at all (`press`). A person who says the same says something new.
 */
export type ImportedPart =
  | (typeof interestDetails)[number]
  | 'status'
  | 'withdrawn'
  | 'press';

/** An interest with everything that is kept of it. */
export interface StoredInterest extends InterestState {
  readonly useCaseKey: string;
  readonly onBehalf: boolean;
  readonly statusNote: string | null;
  /** Time of the owner's last answer; `statusBy` is who gave it. */
  readonly statusAt: Date | null;
  readonly statusBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
  /** None where nothing was imported. */
  readonly imported?: readonly ImportedPart[];
}

/** Statuses that the owner can give an interest. */
export const answeredStatuses = interestStatuses.filter(
  status => status !== 'withdrawn',
);

/** @throws UnreadableRowError for what this version does not know */
export function toInterest(row: InterestRow): StoredInterest {
  return {
    id: row.id,
    team: row.team,
    author: row.author,
    useCaseKey: row.use_case_key,
    onBehalf: Boolean(row.on_behalf),
    urgency: wordOf(urgencies, row.urgency, 'urgency'),
    useCase: row.use_case,
    alternative: row.alternative,
    neededBy: row.needed_by,
    expectedUsage: row.expected_usage,
    otherwise: wordOrNull(otherwises, row.otherwise, 'otherwise'),
    contribute: Boolean(row.contribute),
    status: wordOf(answeredStatuses, row.status, 'status'),
    statusNote: row.status_note,
    withdrawn: Boolean(row.withdrawn),
    createdAt: timeOf(row.created_at, 'created_at'),
    confirmedAt: timeOf(row.confirmed_at, 'confirmed_at'),
    updatedAt: timeOf(row.updated_at, 'updated_at'),
    statusAt: timeOrNull(row.status_at, 'status_at'),
    statusBy: row.status_by,
    version: row.version,
    ...(row.imported && {
      imported: arrayOf(row.imported, 'imported', isText) as ImportedPart[],
    }),
  };
}

export function toInterestRow(
  targetId: number,
  interest: StoredInterest,
): InterestRow {
  return {
    id: interest.id,
    target_id: targetId,
    team: interest.team,
    author: interest.author,
    use_case_key: interest.useCaseKey,
    on_behalf: interest.onBehalf,
    urgency: interest.urgency,
    use_case: interest.useCase,
    alternative: interest.alternative,
    needed_by: interest.neededBy,
    expected_usage: interest.expectedUsage,
    otherwise: interest.otherwise,
    contribute: interest.contribute,
    status: interest.status,
    status_note: interest.statusNote,
    withdrawn: interest.withdrawn,
    created_at: interest.createdAt.getTime(),
    confirmed_at: interest.confirmedAt.getTime(),
    updated_at: interest.updatedAt.getTime(),
    status_at: interest.statusAt?.getTime() ?? null,
    status_by: interest.statusBy,
    imported: interest.imported?.length
      ? JSON.stringify(interest.imported)
      : null,
    version: interest.version,
  };
}
