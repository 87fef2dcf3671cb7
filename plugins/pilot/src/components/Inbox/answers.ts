import {
  isBlank,
  type Interest,
  type SetStatus,
} from '@pilot-to-platform/plugin-pilot-common';

/** Answers of an owner; an interest begins as `open`. */
export const answers = [
  'acknowledged',
  'planned',
  'adopted',
  'declined',
] as const satisfies ReadonlyArray<SetStatus['status']>;

/** An answer that is being written. */
export interface AnswerDraft {
  readonly status: (typeof answers)[number];
  readonly note: string;
}

/** Drafts the answer that stands, else the first one of {@link answers}. */
export function draftOf({ status, statusNote }: Interest): AnswerDraft {
  const answer = answers.find(each => each === status) ?? 'acknowledged';
  return { status: answer, note: statusNote ?? '' };
}

/** Returns the name under which the draft of an answer is kept. */
export const triageForm = ({ id }: Pick<Interest, 'id'>) => `triage ${id}`;

/** Declining needs a reason. */
export function lacksReason({ status, note }: AnswerDraft): boolean {
  return status === 'declined' && isBlank(note);
}
