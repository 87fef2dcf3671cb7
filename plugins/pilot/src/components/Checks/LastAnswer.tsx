import type { CheckResult } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useSourceName } from './useSourceName';
import { Instant } from '../shared/Instant';
import { Signer } from '../shared/Signer';

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
