import { useMemo } from 'react';
import { formatNumbers, type NumberFormat } from '../format/formatNumbers';
import { useLanguage } from './useLanguage';

/** Numbers as they are shown in the language of the app. */
export function useNumbers(): NumberFormat {
  const language = useLanguage();
  return useMemo(() => formatNumbers(language), [language]);
}
