import { useKindLabel } from './useKindLabel';
import { useLanguage } from './useLanguage';

/** A kind in the middle of a sentence: "component", but "API". */
export function useKindWord(kind: string): string {
  const label = useKindLabel(kind);
  const language = useLanguage();
  return label === label.toLocaleUpperCase(language)
    ? label
    : label.toLocaleLowerCase(language);
}
