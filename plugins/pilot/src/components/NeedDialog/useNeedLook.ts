import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useResource } from '../../hooks/useResource';
import { standing } from './NeedStep';

/** Text of the button. */
export interface NeedLook {
  readonly text: 'button' | 'asked' | 'confirmDue';
  /** The interest whose status the button's name ends with. */
  readonly interest?: Interest;
}

/** Chooses the text of the button for a target, without waiting. */
export function useNeedLook(target: string): NeedLook {
  const own = useResource(usePilotCache().own(target));
  return needLook(own.state === 'ready' ? own.value : []);
}

/** @param own - the reader's interests in the target, newest first */
function needLook(own: readonly Interest[]): NeedLook {
  const asked = standing(own);
  const due = asked.find(({ confirmDue }) => confirmDue);
  if (due) return { text: 'confirmDue', interest: due };
  const [newest] = asked;
  return newest ? { text: 'asked', interest: newest } : { text: 'button' };
}
