import {
  isBlank,
  type Interest,
  type SetStatus,
} from '@pilot-to-platform/plugin-pilot-common';

/** What an owner answers; `open` is where it begins. */
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

/** What stands, or the first thing that an owner can say. */
export function draftOf({ status, statusNote }: Interest): AnswerDraft {
  const answer = answers.find(each => each === status) ?? 'acknowledged';
  return { status: answer, note: statusNote ?? '' };
}

/** Under which name what is typed about an interest is kept. */
export const triageForm = ({ id }: Pick<Interest, 'id'>) => `triage ${id}`;

/** Declining needs a reason. */
export function lacksReason({ status, note }: AnswerDraft): boolean {
  return status === 'declined' && isBlank(note);
}
