import type { CheckResult } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { readinessTexts } from '../../texts/readinessTexts';
import { Signer } from '../shared/EntityName';
import { Instant, Limit } from '../shared/Instant';

type KnownSource = keyof typeof readinessTexts.readiness.source;

const isKnown = (source: string): source is KnownSource =>
  source in readinessTexts.readiness.source;

/** Says in a sentence where the verdict of a check comes from. */
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

/** "Last answer: pass, 40 days ago (Tech Insights)" */
export function LastAnswer(props: {
  answer: NonNullable<CheckResult['lastAnswer']>;
}) {
  const { verdict, source, by, at, expiresAt, lapsed } = props.answer;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const sourceName = useSourceName();
  return (
    <>
      {t('readiness.lastAnswer', {
        verdict: t(`verdict.${verdict}`).toLocaleLowerCase(language),
        when: <Instant iso={at} />,
        source:
          source === 'attestation' || source === 'report' ? (
            <>
              {t(`readiness.lastSource.${source}`, { who: <Signer by={by} /> })}
            </>
          ) : (
            sourceName(source)
          ),
      })}
      {expiresAt && Date.parse(expiresAt) <= Date.now() && (
        <>
          ,{' '}
          {t(lapsed ? 'readiness.lapsedWithOwner' : 'readiness.lapsed', {
            when: <Instant iso={expiresAt} />,
          })}
        </>
      )}
    </>
  );
}

/** Names automatic sources; that of an operator has its own name. */
export function useSourceName(): (source: string) => string {
  const { t } = usePilotTranslation();
  return source => (isKnown(source) ? t(`readiness.source.${source}`) : source);
}
