import { Link } from '@backstage/ui';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { useReasonText } from '../../hooks/useReasonText';
import { WithReasons } from '../shared/WithReasons';

/** What is recommended and the first reason; all of them are one press away. */
export function Recommended({ pilot }: { pilot: Pilot }) {
  const { recommendation, proposal, target } = pilot;
  const { t } = usePilotTranslation();
  const textOf = useReasonText();
  const link = useReadinessLink();
  const [first] = recommendation.reasons;
  const name = t(`recommendation.${recommendation.code}`);
  return (
    <>
      <WithReasons pilot={pilot}>
        {first
          ? t('recommendation.line', {
              recommendation: name,
              reason: textOf(first),
            })
          : name}
      </WithReasons>
      {proposal && (
        <Link href={link(target)}>{t('portfolio.decisionWaits')}</Link>
      )}
    </>
  );
}
