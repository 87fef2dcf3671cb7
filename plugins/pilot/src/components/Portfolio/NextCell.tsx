import { Link, Text } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { hasAdvice } from '../shared/hasAdvice';
import classes from './Portfolio.module.css';
import type { PortfolioItem } from './usePortfolioPages';

/** What is recommended, and what is left before it can happen. */
export function NextCell({ item }: { item: PortfolioItem }) {
  const { t } = usePilotTranslation();
  const link = useReadinessLink();
  const { recommendation, gate, proposal } = item;
  return (
    <div className={classes.stacked}>
      {recommendation && hasAdvice(item) && (
        <Text variant="body-medium" weight="bold">
          {t(`recommendation.${recommendation.code}`)}
        </Text>
      )}
      {proposal ? (
        <Link href={link(item.target)} variant="body-small">
          {t('portfolio.decisionWaits')}
        </Link>
      ) : (
        gate && (
          <Text variant="body-small">
            {gate.left > 0
              ? t('portfolio.leftTo', {
                  count: gate.left,
                  phase: t(`nextPhase.${gate.to}`),
                })
              : t('gate.none', { phase: t(`nextPhase.${gate.to}`) })}
          </Text>
        )
      )}
    </div>
  );
}
