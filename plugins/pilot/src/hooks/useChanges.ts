import { useEffect, useMemo, useRef } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  changesChannel,
  changesSignalSchema,
  type ChangesSignal,
} from '@pilot-to-platform/plugin-pilot-common';

/** A screen that changes more often cannot be read. */
const pauseMs = 5_000;

/** Names change every day, so on another one nobody knows what a signal names. */
const dayOf = (name: string) => name.slice(0, Math.max(0, name.indexOf('.')));

/**
 * Calls back when the demand of any of these targets has changed elsewhere, at
 * most once in five seconds. Without signals in the portal it never does.
 *
 * @param watch - the `watch` of each demand that is shown
 */
export function useChanges(
  watch: readonly string[],
  onChange: () => void,
): void {
  const signalApi = useApiHolder().get(signalApiRef);
  const latest = useRef(onChange);
  latest.current = onChange;
  const names = useMemo(() => [...new Set(watch)].sort(), [watch]);
  // The caller's array is new each time, and what it holds is mostly not.
  const key = JSON.stringify(names);

  useEffect(() => {
    const watched = new Set(JSON.parse(key) as string[]);
    const days = new Set([...watched].map(dayOf));
    if (!signalApi || watched.size === 0) return undefined;
    let pause: ReturnType<typeof setTimeout> | undefined;
    let hasChanged = false;
    function tell() {
      hasChanged = false;
      pause = setTimeout(() => {
        pause = undefined;
        if (hasChanged) tell();
      }, pauseMs);
      latest.current();
    }
    const subscription = signalApi.subscribe<ChangesSignal>(
      changesChannel,
      message => {
        const signal = changesSignalSchema.safeParse(message);
        const isNews = (name: string) =>
          watched.has(name) || !days.has(dayOf(name));
        if (!signal.data?.watch.some(isNews)) return;
        if (pause === undefined) tell();
        else hasChanged = true;
      },
    );
    return () => {
      clearTimeout(pause);
      subscription.unsubscribe();
    };
  }, [signalApi, key]);
}
