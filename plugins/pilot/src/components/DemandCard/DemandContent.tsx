import { Text } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { NeedButton } from '../NeedButton/NeedButton';
import { AskedLines } from './AskedLines';
import classes from './DemandCard.module.css';
import { DemandParts } from './DemandParts';
import { DemandRaise } from './DemandRaise';
import { DemandScore } from './DemandScore';
import { DemandTeams } from './DemandTeams';

/** A demand with everything that explains it. */
export function DemandContent({ demand }: { demand: Demand }) {
  const { t } = usePilotTranslation();
  const { interests, internal } = demand.counts;
  return (
    <>
      <DemandScore demand={demand} />
      {interests === 0 && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t(internal > 0 ? 'demand.onlyInternal' : 'demand.empty')}
        </Text>
      )}
      <AskedLines target={demand.target} />
      <div>
        <NeedButton entityRef={demand.target} />
      </div>
      {interests > 0 && (
        <div className={classes.explanation}>
          <DemandTeams demand={demand} />
          <DemandParts demand={demand} />
          <DemandRaise raise={demand.raise} />
        </div>
      )}
    </>
  );
}
