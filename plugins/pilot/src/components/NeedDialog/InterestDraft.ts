import {
  isBlank,
  type Interest,
  type InterestDetails,
  type Otherwise,
  type RecordInterest,
  type Urgency,
} from '@pilot-to-platform/plugin-pilot-common';

/** The details of an interest as they stand in the form. */
export interface InterestDraft {
  readonly urgency: Urgency;
  readonly useCase: string;
  readonly alternative: string;
  /** A calendar day, `YYYY-MM-DD`. */
  readonly neededBy: string | null;
  readonly expectedUsage: string;
  readonly otherwise: Otherwise | null;
  readonly contribute: boolean;
}

/** Fills the form from an interest as it is recorded. */
export function draftOf(interest: Interest): InterestDraft {
  return {
    urgency: interest.urgency,
    useCase: interest.useCase ?? '',
    alternative: interest.alternative ?? '',
    neededBy: interest.neededBy,
    expectedUsage: interest.expectedUsage ?? '',
    otherwise: interest.otherwise,
    contribute: interest.contribute,
  };
}

/** Returns the name under which the draft of the details is kept. */
export const detailsForm = ({ id }: Pick<Interest, 'id'>) => `details ${id}`;

const keys = [
  'urgency',
  'useCase',
  'alternative',
  'neededBy',
  'expectedUsage',
  'otherwise',
  'contribute',
] as const;

/** True where saving would change nothing. */
export function isSameDraft(a: InterestDraft, b: InterestDraft): boolean {
  return keys.every(key => a[key] === b[key]);
}

const textOf = (text: string) => (isBlank(text) ? null : text.trim());

/** Picks the parts of a draft that make it concrete. */
export function detailsOf(draft: InterestDraft): InterestDetails {
  return {
    useCase: textOf(draft.useCase),
    alternative: textOf(draft.alternative),
    neededBy: draft.neededBy,
    expectedUsage: textOf(draft.expectedUsage),
    contribute: draft.contribute,
  };
}

/** The request that saves a draft as the details of an interest. */
export function requestOf(
  interest: Interest,
  draft: InterestDraft,
): RecordInterest {
  return {
    id: interest.id,
    team: interest.team,
    urgency: draft.urgency,
    otherwise: draft.otherwise,
    ...detailsOf(draft),
  };
}

/** A past day is refused only where it is newly set. */
export function isPastDay(
  draft: InterestDraft,
  saved: InterestDraft,
  today: string,
): boolean {
  const { neededBy } = draft;
  return neededBy !== null && neededBy !== saved.neededBy && neededBy < today;
}
