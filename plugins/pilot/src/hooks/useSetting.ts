import { useEffect, useMemo, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useAfter } from './useAfter';

/** Something that the portal remembers for the reader. */
export interface Setting {
  /** The stored text; none where nothing was stored, or until it is known. */
  readonly value?: string;
  readonly isKnown: boolean;
  set(value: string): Promise<void>;
  remove(): Promise<void>;
}

/** A store may answer late, or never; no page waits for longer. */
const patienceMs = 1_000;

/** A text that is kept with the reader's settings. */
export function useSetting(key: string): Setting {
  const storageApi = useApi(storageApiRef);
  const bucket = useMemo(() => storageApi.forBucket('pilot'), [storageApi]);
  const [snapshot, setSnapshot] = useState(() => bucket.snapshot<string>(key));
  const isOverdue = useAfter(patienceMs);
  useEffect(() => {
    setSnapshot(bucket.snapshot<string>(key));
    const subscription = bucket.observe$<string>(key).subscribe({
      next: setSnapshot,
    });
    return () => subscription.unsubscribe();
  }, [bucket, key]);
  return {
    value: typeof snapshot.value === 'string' ? snapshot.value : undefined,
    isKnown: snapshot.presence !== 'unknown' || isOverdue,
    set: value => bucket.set(key, value),
    remove: () => bucket.remove(key),
  };
}
