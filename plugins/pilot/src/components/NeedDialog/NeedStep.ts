import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { detailsForm } from './InterestDraft';

/** What was recorded last while the dialog was open. */
export interface Recorded {
  readonly target: string;
  /** Its name. */
  readonly team: string;
}

/** What the dialog shows: its content changes, it never opens another one. */
export type NeedStep =
  | { readonly name: 'record'; readonly isAnother: boolean }
  | {
      readonly name: 'details';
      readonly interest: Interest;
      /** Just recorded in this dialog: it can be undone. */
      readonly isNew: boolean;
    }
  | {
      readonly name: 'asked';
      /** Where focus goes: to an interest's id, the end, or the dialog. */
      readonly focus?: string | 'done';
    };

/** Which of the reader's interests still stand, declined ones included. */
export function standing(own: readonly Interest[]): Interest[] {
  return own.filter(({ status }) => status !== 'withdrawn');
}

/** Where the dialog begins; with typed text that was kept, at that text. */
export function firstStep(
  own: readonly Interest[],
  drafts: { of(form: string): object | undefined },
): NeedStep {
  const asked = standing(own);
  const drafted = asked.find(
    interest => interest.can.edit === true && drafts.of(detailsForm(interest)),
  );
  if (drafted) return { name: 'details', interest: drafted, isNew: false };
  return asked.length > 0
    ? { name: 'asked' }
    : { name: 'record', isAnother: false };
}
