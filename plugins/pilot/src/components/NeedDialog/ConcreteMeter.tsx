import { VisuallyHidden } from '@backstage/ui';
import {
  specificityGaps,
  specificityOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { useEffect, useId, useState } from 'react';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { concreteness } from '../../format/concreteness';
import classes from './ConcreteMeter.module.css';
import { detailsOf, type InterestDraft } from './InterestDraft';

/**
 * Shows how concrete a draft is, and what would make it more so. It follows the
 * fields without a request and is spoken when a field is left.
 */
export function ConcreteMeter({ draft }: { draft: InterestDraft }) {
  const { t } = usePilotTranslation();
  const policy = useResource(usePilotCache().policy);
  const labelId = useId();
  const [spoken, setSpoken] = useState('');
  const weights =
    policy.state === 'ready' ? policy.value.demand.specificity : undefined;
  const details = detailsOf(draft);
  const value = weights ? specificityOf(details, weights) : 0;
  const level = t(`concrete.${concreteness(value)}`);
  const gap = weights && specificityGaps(details, weights)[0];
  const next = gap
    ? t('need.concreteNext', { detail: t(`detail.${gap.detail}`) })
    : '';
  const sentence = `${t('need.concreteNow', { level })} ${next}`.trim();

  useEffect(() => {
    const speak = () => setSpoken(sentence);
    document.addEventListener('focusout', speak);
    return () => document.removeEventListener('focusout', speak);
  }, [sentence]);

  if (!weights) return null;
  return (
    <div className={classes.concrete}>
      <span id={labelId}>{t('need.concrete')}</span>
      <div
        role="meter"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={value}
        aria-valuetext={level}
        className={classes.track}
      >
        <div
          className={classes.bar}
          style={{ inlineSize: `${value * 100}%` }}
        />
      </div>
      <span>
        {level}. {next}
      </span>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </div>
  );
}
