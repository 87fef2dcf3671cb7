import type { Raise } from '@pilot-to-platform/plugin-pilot-common';
import { useName } from '../../hooks/useName';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './DemandCard.module.css';
import { Explanation } from './Explanation';

/** What would raise a score most, by how much. */
export function DemandRaise({ raise }: { raise: readonly Raise[] }) {
  const { t } = usePilotTranslation();
  if (raise.length === 0) return null;
  return (
    <Explanation title={t('demand.raise')}>
      <ul className={classes.list}>
        {raise.map(each => (
          <li key={each.code} className={classes.line}>
            <Gain points={each.gain} />
            {each.code === 'details' && each.team ? (
              <Details team={each.team} />
            ) : (
              <span>{t('demand.raiseNewTeam')}</span>
            )}
          </li>
        ))}
      </ul>
    </Explanation>
  );
}

function Gain({ points }: { points: number }) {
  const { t } = usePilotTranslation();
  const gain = useNumbers().gain(points);
  return <span className={classes.figure}>{gain ?? t('demand.underOne')}</span>;
}

function Details({ team }: { team: string }) {
  const { t } = usePilotTranslation();
  return <span>{t('demand.raiseDetails', { team: useName(team) })}</span>;
}
