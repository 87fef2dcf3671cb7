import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { detailsForm } from './InterestDraft';

/** The latest record made while the dialog was open. */
export interface Recorded {
  readonly target: string;
  /** Its name. */
  readonly team: string;
}

/** Content of the dialog: it changes, and never opens another dialog. */
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
      /** The focus: on an interest by its id, at the end, or on the dialog. */
      readonly focus?: string | 'done';
    };

/** Picks the interests that still stand, declined ones included. */
export function standing(own: readonly Interest[]): Interest[] {
  return own.filter(({ status }) => status !== 'withdrawn');
}

/** Returns the first step; where typed text was kept, the one with it. */
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
