import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { standing } from './NeedStep';

/** What the button says. */
export interface NeedLook {
  readonly text: 'button' | 'asked' | 'confirmDue';
  /** The interest whose status the button's name ends with. */
  readonly interest?: Interest;
}

/** @param own - the reader's interests in the target, newest first */
export function needLook(own: readonly Interest[]): NeedLook {
  const asked = standing(own);
  const due = asked.find(({ confirmDue }) => confirmDue);
  if (due) return { text: 'confirmDue', interest: due };
  const [newest] = asked;
  return newest ? { text: 'asked', interest: newest } : { text: 'button' };
}
