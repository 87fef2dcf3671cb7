import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

/** The language of the app. An app without a choice of languages is English. */
export function useLanguage(): string {
  // A change of language renders again whatever shows a translated text.
  const language = useApiHolder().get(appLanguageApiRef)?.getLanguage();
  return language?.language ?? 'en';
}
