import { Link, Text } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useLanguage } from '../../hooks/useLanguage';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Unconfirmed } from './Unconfirmed';
import classes from './DemandTab.module.css';

/** Shows interest that came from elsewhere, and what is not counted. */
export function RollUp({ demand }: { demand: Demand }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const { rollUp, unconfirmed = [], counts, elsewhere = [] } = demand;
  const lines = [rollUp, unconfirmed, elsewhere].flat().length;
  if (lines + counts.internal === 0) return null;
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
      {elsewhere.map(({ source, team, count, at }) => (
        <Text
          as="p"
          variant="body-medium"
          className={classes.text}
          key={JSON.stringify([source, team])}
        >
          {t('demand.elsewhere', {
            count,
            source,
            date: formatAsOf(at, language),
          })}
        </Text>
      ))}
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
