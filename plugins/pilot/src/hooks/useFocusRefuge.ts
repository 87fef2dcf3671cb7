import { useCallback, useEffect, useRef, type RefObject } from 'react';

const lookEveryMs = 50;
/** A dialog that fades out gives the focus back by then. */
const patienceMs = 1_000;

/**
 * After a change that takes away what was pressed, puts the focus on an element
 * as soon as it is nowhere.
 */
export function useFocusRefuge(refuge: RefObject<HTMLElement>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    const look = (left: number) => {
      if (document.activeElement === document.body) refuge.current?.focus();
      else if (left > 0) {
        timer.current = setTimeout(() => look(left - lookEveryMs), lookEveryMs);
      }
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(() => look(patienceMs), lookEveryMs);
  }, [refuge]);
}
