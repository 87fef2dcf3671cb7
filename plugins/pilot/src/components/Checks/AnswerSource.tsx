import type { CheckResult } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Instant } from '../shared/Instant';
import { Limit } from '../shared/Limit';
import { Signer } from '../shared/Signer';
import { LastAnswer } from './LastAnswer';

/** Where the verdict of a check comes from, in a sentence. */
export function AnswerSource({ check }: { check: CheckResult }) {
  const { t } = usePilotTranslation();
  const { source, by, at, expiresAt, note, lastAnswer, verdict } = check;
  const who = <Signer by={by} />;
  if (check.unseen && verdict === 'unknown') {
    return <>{t('readiness.unseen')}</>;
  }
  if (verdict === 'unknown' || !source) {
    return lastAnswer ? (
      <LastAnswer answer={lastAnswer} />
    ) : (
      <>{t('readiness.never')}</>
    );
  }
  if (source === 'waiver') {
    const until = expiresAt && <Limit iso={expiresAt} />;
    return until ? (
      <>
        {note
          ? t('readiness.by.waiverUntilWhy', { who, until, reason: note })
          : t('readiness.by.waiverUntil', { who, until })}
      </>
    ) : (
      <>{t('readiness.by.waiver', { who })}</>
    );
  }
  const when = at ? <Instant iso={at} /> : '';
  switch (source) {
    case 'attestation':
      return <>{t('readiness.by.attestation', { who, when })}</>;
    case 'report':
      return <>{t('readiness.by.report', { who, when })}</>;
    default:
      return <>{t('readiness.by.automatic', { when })}</>;
  }
}
