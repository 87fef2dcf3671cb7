import { Link, Text } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Unconfirmed } from '../DemandCard/Unconfirmed';
import classes from './DemandTab.module.css';

/** Where else interest came through, and what of it is not counted. */
export function RollUp({ demand }: { demand: Demand }) {
  const { t } = usePilotTranslation();
  const { rollUp, unconfirmed = [], counts } = demand;
  if (rollUp.length + unconfirmed.length + counts.internal === 0) return null;
  return (
    <div className={classes.lines}>
      {rollUp.map(part => (
        <Through key={part.target} {...part} />
      ))}
      {unconfirmed.map(part => (
        <Unconfirmed key={part.target} {...part} />
      ))}
      {counts.internal > 0 && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t('demand.internal', { count: counts.internal })}
        </Text>
      )}
    </div>
  );
}

function Through(props: { target: string; interests: number }) {
  const { target, interests } = props;
  const { t } = usePilotTranslation();
  const demandLink = useDemandLink();
  const name = useName(target);
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      {t('demand.includes', {
        count: interests,
        name: <Link href={demandLink(target)}>{name}</Link>,
      })}
    </Text>
  );
}
