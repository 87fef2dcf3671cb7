import { useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReasonText } from '../../hooks/useReasonText';
import classes from './GateBox.module.css';

/** What is recommended, with its reasons one press away: advice, nothing more. */
export function RecommendationLine({ pilot }: { pilot: Pilot }) {
  const { recommendation, handOff } = pilot;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const textOf = useReasonText();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div className={classes.lines}>
      <div className={classes.line}>
        <span>
          {t('gate.recommended', {
            what: t(`recommendation.${recommendation.code}`).toLocaleLowerCase(
              language,
            ),
          })}
        </span>
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onPress={() => setIsOpen(!isOpen)}
        >
          {t('gate.why')}
        </Button>
      </div>
      {isOpen && (
        <ul id={id} className={classes.reasons}>
          {recommendation.reasons.map(reason => (
            <li key={reason.code}>{textOf(reason)}</li>
          ))}
        </ul>
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
