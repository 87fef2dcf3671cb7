import type { Raise } from '@pilot-to-platform/plugin-pilot-common';
import { useName } from '../../hooks/useName';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Panel } from '../shared/Panel';
import classes from './DemandCard.module.css';

const isOfTeam = (code: Raise['code']) =>
  code === 'details' || code === 'confirm';

/** True where there is a sentence for it: a newer backend may know of more. */
export function isKnownRaise({ code, team }: Raise): boolean {
  return code === 'newTeam' || (isOfTeam(code) && Boolean(team));
}

/** Lists what would raise a score most, by how much. */
export function RaiseList({ raise }: { raise: readonly Raise[] }) {
  return (
    <ul className={classes.list}>
      {raise.filter(isKnownRaise).map(each => (
        <RaiseLine key={`${each.code} ${each.team ?? ''}`} raise={each} />
      ))}
    </ul>
  );
}

function RaiseLine({ raise: { code, gain, team } }: { raise: Raise }) {
  const { t } = usePilotTranslation();
  const points = useNumbers().gain(gain) ?? t('demand.underOne');
  return (
    <li className={classes.raise}>
      <span className={classes.figure}>{points}</span>
      {code !== 'newTeam' && team ? (
        <OfTeam code={code} team={team} />
      ) : (
        <span>{t('demand.raiseNewTeam')}</span>
      )}
    </li>
  );
}

function OfTeam(props: { code: 'details' | 'confirm'; team: string }) {
  const { t } = usePilotTranslation();
  const team = useName(props.team);
  return (
    <span>
      {props.code === 'details'
        ? t('demand.raiseDetails', { team })
        : t('demand.raiseConfirm', { team })}
    </span>
  );
}

/** Shows what would raise a score; absent if nothing would. */
export function RaisePanel({ raise }: { raise: readonly Raise[] }) {
  const { t } = usePilotTranslation();
  if (!raise.some(isKnownRaise)) return null;
  return (
    <Panel title={t('demand.raise')}>
      <RaiseList raise={raise} />
    </Panel>
  );
}
