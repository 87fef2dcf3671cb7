import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { pilotTranslationRef } from '../translation';

/** The texts of the plugin in the language of the app. */
export function usePilotTranslation(): {
  t: TranslationFunction<typeof pilotTranslationRef.T>;
} {
  return useTranslationRef(pilotTranslationRef);
}
