import { useCallback, useRef, useState } from 'react';

/** A change under way: a second press does nothing until it has ended. */
export interface Action {
  readonly isPending: boolean;
  /** Error of the latest attempt. */
  readonly error?: Error;
  run(change: () => Promise<void>): void;
  /** Repeats the latest attempt. */
  retry(): void;
}

/** One change at a time, with the error of the latest. */
export function useAction(): Action {
  const [state, setState] = useState<Pick<Action, 'isPending' | 'error'>>({
    isPending: false,
  });
  const isBusy = useRef(false);
  const latest = useRef<() => Promise<void>>();
  const run = useCallback(async (change: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    latest.current = change;
    setState({ isPending: true });
    try {
      await change();
      setState({ isPending: false });
    } catch (error) {
      setState({ isPending: false, error: error as Error });
    } finally {
      isBusy.current = false;
    }
  }, []);
  const retry = useCallback(() => {
    if (latest.current) run(latest.current);
  }, [run]);
  return { ...state, run, retry };
}
