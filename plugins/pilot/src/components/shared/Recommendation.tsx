import { useId, useState, type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import type {
  Pilot,
  Phase,
  Recommendation,
} from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReasonText } from '../../hooks/useReasonText';
import classes from './Recommendation.module.css';

/** Shows a recommendation, and all its reasons at a press: only advice. */
export function WithReasons(props: { pilot: Pilot; children: ReactNode }) {
  const { pilot, children } = props;
  const { t } = usePilotTranslation();
  const textOf = useReasonText();
  const time = formatAsOf(pilot.asOf, useLanguage());
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  // There may be none for who may not read what the advice comes from.
  const { reasons } = pilot.recommendation;
  return (
    <>
      <div className={classes.line}>
        <span>{children}</span>
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onPress={() => setIsOpen(!isOpen)}
        >
          {t('recommendation.why')}
        </Button>
      </div>
      {isOpen && (
        <div id={id} className={classes.reasons}>
          {reasons.length > 0 && (
            <ul className={classes.list}>
              {reasons.map(reason => (
                <li key={reason.code}>{textOf(reason)}</li>
              ))}
            </ul>
          )}
          <p className={classes.text}>{t('recommendation.advice', { time })}</p>
        </div>
      )}
    </>
  );
}

/** True where there is advice: to retire is none for a retired Pilot. */
export function hasAdvice(pilot: {
  phase?: Phase | null;
  recommendation?: Recommendation | null;
}): boolean {
  const { phase, recommendation } = pilot;
  return Boolean(
    recommendation &&
      !(phase === 'retired' && recommendation.code === 'retire'),
  );
}
