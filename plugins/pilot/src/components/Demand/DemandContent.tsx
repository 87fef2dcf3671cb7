import { Link, Text } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { NeedButton } from '../NeedDialog/NeedButton';
import { AskedLines } from './AskedLines';
import classes from './DemandCard.module.css';
import { DemandScore } from './DemandScore';
import { DemandTeams } from './DemandTeams';
import { DemandTrendLine } from './DemandTrendLine';
import { Explanation } from '../shared/Explanation';
import { HowScore } from './HowScore';
import { ImplementsLines } from './ImplementsLines';
import { isKnownRaise, RaiseList } from './RaiseList';
import { ReadinessLines } from './ReadinessLines';

/** A demand with everything that explains it. */
export function DemandContent({ demand }: { demand: Demand }) {
  const { t } = usePilotTranslation();
  const demandLink = useDemandLink();
  const { interests, internal } = demand.counts;
  return (
    <>
      <DemandScore demand={demand} />
      {interests > 0 && (
        <DemandTrendLine target={demand.target} trend={demand.trend} />
      )}
      <ReadinessLines target={demand.target} />
      <ImplementsLines target={demand.target} />
      {interests === 0 && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t(internal > 0 ? 'demand.onlyInternal' : 'demand.empty')}
        </Text>
      )}
      <AskedLines target={demand.target} />
      <div className={classes.ends}>
        <NeedButton entityRef={demand.target} />
        <Link href={demandLink(demand.target)}>{t('demandTab.see')}</Link>
      </div>
      {interests > 0 && (
        <div className={classes.explanation}>
          <DemandTeams demand={demand} />
          <HowScore demand={demand} />
          {demand.raise.some(isKnownRaise) && (
            <Explanation title={t('demand.raise')}>
              <RaiseList raise={demand.raise} />
            </Explanation>
          )}
        </div>
      )}
    </>
  );
}
