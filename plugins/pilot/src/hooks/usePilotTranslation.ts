import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { pilotTranslationRef } from '../translation';

/** The texts of the plugin in the language of the app. */
export const usePilotTranslation = () => useTranslationRef(pilotTranslationRef);
