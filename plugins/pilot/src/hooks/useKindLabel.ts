import { useLanguage } from './useLanguage';
import { usePilotCache } from './usePilotCache';
import { useResource } from './useResource';

/** A kind as the catalog writes it: the API names kinds in lower case. */
export function useKindLabel(kind: string): string {
  const policy = useResource(usePilotCache().policy);
  const kinds =
    policy.state === 'ready' ? policy.value.interest.allowedKinds : [];
  const lower = kind.toLocaleLowerCase('en-US');
  return (
    kinds.find(each => each.toLocaleLowerCase('en-US') === lower) ??
    kind.slice(0, 1).toLocaleUpperCase('en-US') + kind.slice(1)
  );
}

/** A kind in the middle of a sentence: "component", but "API". */
export function useKindWord(kind: string): string {
  const label = useKindLabel(kind);
  const language = useLanguage();
  return label === label.toLocaleUpperCase(language)
    ? label
    : label.toLocaleLowerCase(language);
}
