import {
  isBlank,
  statedDetails,
  statedTexts,
  type Interest,
  type RecordInterest,
  type StatedDetail,
  type StatedDetails,
  type StatedText,
} from '@pilot-to-platform/plugin-pilot-common';

/** The details of an interest as they stand in the form: a text is there, and may be empty. */
export type InterestDraft = Omit<StatedDetails, StatedText> &
  Readonly<Record<StatedText, string>>;

const isText = (detail: StatedDetail): detail is StatedText =>
  statedTexts.includes(detail as StatedText);

const eachDetail = (read: (detail: StatedDetail) => unknown) =>
  Object.fromEntries(statedDetails.map(detail => [detail, read(detail)]));

/** Fills the form from an interest as it is recorded. */
export function draftOf(interest: Interest): InterestDraft {
  return eachDetail(detail =>
    isText(detail) ? interest[detail] ?? '' : interest[detail],
  ) as unknown as InterestDraft;
}

/** Returns the name under which the draft of the details is kept. */
export const detailsForm = ({ id }: Pick<Interest, 'id'>) => `details ${id}`;

/** True where saving would change nothing. */
export function isSameDraft(a: InterestDraft, b: InterestDraft): boolean {
  return statedDetails.every(detail => a[detail] === b[detail]);
}

const textOf = (text: string) => (isBlank(text) ? null : text.trim());

/** The details that a draft states. */
export function detailsOf(draft: InterestDraft): StatedDetails {
  return eachDetail(detail =>
    isText(detail) ? textOf(draft[detail]) : draft[detail],
  ) as unknown as StatedDetails;
}

/** The request that saves a draft as the details of an interest. */
export function requestOf(
  interest: Interest,
  draft: InterestDraft,
): RecordInterest {
  return { id: interest.id, team: interest.team, ...detailsOf(draft) };
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
