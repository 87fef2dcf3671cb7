import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Similar } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useSettled } from '../../hooks/useSettled';

/** Words that describe something that is not in the catalog yet. */
export interface SimilarWords {
  title?: string;
  /** Description or problem. */
  text?: string;
  capability?: string;
}

/** As many as can be read at a glance. */
const limit = 3;

/** Long enough that a person who types is not asked about each letter. */
const typingMs = 600;

/** Lengths in characters: shorter text is left out, longer text is cut. */
const lengths = {
  title: { min: 4, max: 200 },
  text: { min: 20, max: 4000 },
  capability: { min: 2, max: 63 },
};

/**
 * Finds what is like words that are being typed, once they settle; undefined
 * before the first answer. Earlier finds stay while more is asked for; nothing
 * waits for it and nothing fails by it.
 */
export function useSimilarWords(
  words: SimilarWords,
): Similar['items'] | undefined {
  const api = useApi(pilotApiRef);
  const query = useSettled(queryOf(words), typingMs);
  const [found, setFound] = useState<Similar['items']>();

  useEffect(() => {
    if (query === undefined) {
      setFound(undefined);
      return undefined;
    }
    const request = new AbortController();
    const { signal } = request;
    api.findSimilar({ ...JSON.parse(query), limit }, { signal }).then(
      ({ items }) => {
        if (!signal.aborted) setFound(items);
      },
      () => {},
    );
    return () => request.abort();
  }, [api, query]);

  return found;
}

/** As text, which is the same as long as nothing is typed; none for nothing. */
function queryOf(words: SimilarWords): string | undefined {
  const said = Object.entries(lengths).flatMap(([key, { min, max }]) => {
    const text = words[key as keyof SimilarWords]?.trim().slice(0, max) ?? '';
    return text.length < min ? [] : [[key, text]];
  });
  return said.length > 0 ? JSON.stringify(Object.fromEntries(said)) : undefined;
}
