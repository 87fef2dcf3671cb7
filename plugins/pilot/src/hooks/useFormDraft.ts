import { useRef, useState, useSyncExternalStore } from 'react';
import { usePilotCache } from './usePilotCache';

/** Content of a form: it is kept until it is sent or discarded. */
export interface FormDraft<T> {
  readonly draft: T;
  /** It was typed before the form was opened this time. */
  readonly isKept: boolean;
  change(part: Partial<T>): void;
  /** Keeps what the form holds, even if that becomes different from what is typed. */
  hold(): void;
  /** It was sent, or is not wanted any more. */
  drop(): void;
}

/**
 * @param form - names the form; the draft of one without a name goes with it
 * @param initial - what an untouched form holds; a draft that is the same is none
 */
export function useFormDraft<T extends object>(
  form: string | undefined,
  initial: T,
): FormDraft<T> {
  const { formDrafts } = usePilotCache();
  const [unkept, setUnkept] = useState<Partial<T>>({});
  const kept = useSyncExternalStore(formDrafts.subscribe, () =>
    form === undefined ? undefined : formDrafts.of<T>(form),
  );
  const isTouched = useRef(false);
  const isFromBefore = useRef(false);
  if (form === undefined) {
    return {
      draft: { ...initial, ...unkept },
      isKept: false,
      change: part => setUnkept(before => ({ ...before, ...part })),
      hold: () => {},
      drop: () => {},
    };
  }
  if (kept && !isTouched.current) isFromBefore.current = true;
  const current = () => ({ ...initial, ...formDrafts.of<T>(form) });
  return {
    draft: current(),
    isKept: kept !== undefined && isFromBefore.current,
    change(part) {
      isTouched.current = true;
      const next = { ...current(), ...part };
      if (isSame(next, initial)) formDrafts.drop(form);
      else formDrafts.keep(form, next);
    },
    hold: () => formDrafts.keep(form, current()),
    drop: () => formDrafts.drop(form),
  };
}

function isSame<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as Array<keyof T>).every(key => a[key] === b[key]);
}
