import { useMemo } from 'react';
import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { pilotTranslationRef } from '../translation';

type Translate = TranslationFunction<typeof pilotTranslationRef.T>;

/**
 * The texts of the plugin in the language of the app. What there is no text for is
 * a word that only a newer backend knows: it is shown as the API says it.
 */
export function usePilotTranslation(): { t: Translate } {
  const { t } = useTranslationRef(pilotTranslationRef);
  return useMemo(() => {
    const textOf = (key: string, options?: object) => {
      const text = (t as (...args: unknown[]) => unknown)(key, options);
      return text === key ? key.slice(key.lastIndexOf('.') + 1) : text;
    };
    return { t: textOf as unknown as Translate };
  }, [t]);
}
