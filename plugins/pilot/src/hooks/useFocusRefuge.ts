import { useCallback, useEffect, useRef, type RefObject } from 'react';

const lookEveryMs = 50;
/** A dialog that closes gives the focus back a moment after it lost it. */
const patientLooks = 3;
/** A dialog that fades out has closed by then. */
const allLooks = 20;

/**
 * After a change that takes away what was pressed, puts the focus on an element
 * as soon as it stays nowhere: on the first one of these that is there.
 */
export function useFocusRefuge(
  ...refuges: ReadonlyArray<RefObject<HTMLElement>>
): () => void {
  const latest = useRef(refuges);
  latest.current = refuges;
  const timer = useRef<ReturnType<typeof setInterval>>();
  useEffect(() => () => clearInterval(timer.current), []);
  return useCallback(() => {
    let looks = 0;
    let lost = 0;
    clearInterval(timer.current);
    timer.current = setInterval(() => {
      looks += 1;
      lost = document.activeElement === document.body ? lost + 1 : 0;
      if (lost === patientLooks) {
        latest.current.find(({ current }) => current)?.current?.focus();
      }
      if (lost === patientLooks || looks === allLooks) {
        clearInterval(timer.current);
      }
    }, lookEveryMs);
  }, []);
}
