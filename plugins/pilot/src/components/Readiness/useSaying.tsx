import { useCallback, useState, type ReactNode } from 'react';

/**
 * A text for a status region. A screen reader speaks only what changes there, so
 * the same text said again is put in anew.
 */
export function useSaying(): [ReactNode, (text: string) => void] {
  const [said, setSaid] = useState({ text: '', times: 0 });
  const say = useCallback(
    (text: string) => setSaid(({ times }) => ({ text, times: times + 1 })),
    [],
  );
  return [said.text && <span key={said.times}>{said.text}</span>, say];
}
