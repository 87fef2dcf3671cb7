import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { formatDay } from '../../format/formatDay';
import classes from './Decisions.module.css';

/** "No decision yet. Phase pilot since 2 Mar 2026." */
export function NoDecision({ pilot }: { pilot: Pilot | undefined }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return (
    <p className={classes.text}>
      {pilot?.phaseSince
        ? t('decisions.noneSince', {
            phase: t(`phase.${pilot.phase}`).toLocaleLowerCase(language),
            date: formatDay(pilot.phaseSince, language),
          })
        : t('decisions.none')}
    </p>
  );
}
