import { useId, useState } from 'react';
import { Button, Link } from '@backstage/ui';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { useReasonText } from '../../hooks/useReasonText';
import classes from './PilotCard.module.css';

/** What is recommended and the first reason; all of them are one press away. */
export function Recommended({ pilot }: { pilot: Pilot }) {
  const { recommendation, proposal, target } = pilot;
  const { t } = usePilotTranslation();
  const textOf = useReasonText();
  const link = useReadinessLink();
  const time = formatAsOf(pilot.asOf, useLanguage());
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const [first] = recommendation.reasons;
  const name = t(`recommendation.${recommendation.code}`);
  return (
    <>
      <div className={classes.line}>
        <span>
          {first
            ? t('recommendation.line', {
                recommendation: name,
                reason: textOf(first),
              })
            : name}
        </span>
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
          <ul className={classes.list}>
            {recommendation.reasons.map(reason => (
              <li key={reason.code}>{textOf(reason)}</li>
            ))}
          </ul>
          <p className={classes.text}>{t('recommendation.advice', { time })}</p>
        </div>
      )}
      {proposal && (
        <Link href={link(target)}>{t('portfolio.decisionWaits')}</Link>
      )}
    </>
  );
}
