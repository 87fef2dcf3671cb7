import { readinessTexts } from '../../texts/readinessTexts';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

type KnownSource = keyof typeof readinessTexts.readiness.source;

const isKnown = (source: string): source is KnownSource =>
  source in readinessTexts.readiness.source;

/** What an automatic source is called; that of an operator has its own name. */
export function useSourceName(): (source: string) => string {
  const { t } = usePilotTranslation();
  return source => (isKnown(source) ? t(`readiness.source.${source}`) : source);
}
