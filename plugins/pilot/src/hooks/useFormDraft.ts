import { useState } from 'react';
import { usePilotCache } from './usePilotCache';

/** What is typed into a form: it survives closing the form for the session. */
export interface FormDraft<T> {
  readonly draft: T;
  /** It was typed before the form was opened this time. */
  readonly isKept: boolean;
  change(part: Partial<T>): void;
  /** It was sent, or is not wanted any more. */
  drop(): void;
}

/**
 * @param form - names the form
 * @param initial - what an untouched form holds
 */
export function useFormDraft<T extends object>(
  form: string,
  initial: T,
): FormDraft<T> {
  const { formDrafts } = usePilotCache();
  const [isKept] = useState(() => formDrafts.of(form) !== undefined);
  const [draft, setDraft] = useState<T>(
    () => formDrafts.of<T>(form) ?? initial,
  );
  return {
    draft,
    isKept,
    change: part => {
      const next = { ...draft, ...part };
      formDrafts.keep(form, next);
      setDraft(next);
    },
    drop: () => formDrafts.drop(form),
  };
}
