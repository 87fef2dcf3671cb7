import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Similar } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useSettled } from '../../hooks/useSettled';

/** As many as can be read at a glance. */
const limit = 3;

/** Long enough that a person who types is not asked about each letter. */
const typingMs = 600;

/** Fewer words say nothing that the target itself does not. */
const shortest = 20;

/**
 * Finds what is like a target, or like the words typed about it. Earlier finds
 * stay while more is asked for; nothing waits for it and nothing fails by it.
 */
export function useSimilar(target: string, typed: string): Similar['items'] {
  const api = useApi(pilotApiRef);
  const words = typed.trim();
  const text = useSettled(
    words.length < shortest ? undefined : words,
    typingMs,
  );
  const [found, setFound] = useState<{
    for: string;
    items: Similar['items'];
  }>();

  useEffect(() => {
    const request = new AbortController();
    const { signal } = request;
    api.findSimilar({ target, text, limit }, { signal }).then(
      ({ items }) => {
        if (!signal.aborted) setFound({ for: target, items });
      },
      () => {},
    );
    return () => request.abort();
  }, [api, target, text]);

  // Of the target before, nothing holds.
  return found?.for === target ? found.items : [];
}
