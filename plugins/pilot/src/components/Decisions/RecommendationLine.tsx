import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { hasAdvice } from '../shared/hasAdvice';
import { WithReasons } from '../shared/WithReasons';
import classes from './GateBox.module.css';

/** What is recommended, and who takes over where that is stated. */
export function RecommendationLine({ pilot }: { pilot: Pilot }) {
  const { recommendation, handOff } = pilot;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return (
    <div className={classes.lines}>
      {hasAdvice(pilot) && (
        <WithReasons pilot={pilot}>
          {t('gate.recommended', {
            what: t(`recommendation.${recommendation.code}`).toLocaleLowerCase(
              language,
            ),
          })}
        </WithReasons>
      )}
      {handOff && (
        <span>
          {t('gate.handOffTo', {
            team: <EntityRefLink entityRef={handOff} defaultKind="group" />,
          })}
        </span>
      )}
    </div>
  );
}
