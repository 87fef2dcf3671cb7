import { useEffect, useState } from 'react';
import { useSetting } from '../../hooks/useSetting';

/** When the reader was here before this visit. */
export interface LastVisit {
  readonly at?: string;
  readonly isKnown: boolean;
}

/** @param isSeen - what has changed since then is on the screen */
export function useLastVisit(isSeen: boolean): LastVisit {
  const { value, isKnown, set } = useSetting('myNeedsVisit');
  const [before, setBefore] = useState<LastVisit>({ isKnown: false });
  useEffect(() => {
    if (isKnown) setBefore(now => (now.isKnown ? now : { at: value, isKnown }));
  }, [isKnown, value]);
  useEffect(() => {
    // That a visit was not kept shows the same news once more, no more.
    if (before.isKnown && isSeen) set(new Date().toISOString()).catch(() => {});
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once a visit
  }, [before.isKnown, isSeen]);
  return before;
}
