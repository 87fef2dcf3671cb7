import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { useName } from '../../hooks/useName';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Explanation } from '../shared/Explanation';
import classes from './DemandCard.module.css';
import { Unconfirmed } from './Unconfirmed';

/** The teams behind a demand, by their share in it. */
export function DemandTeams({ demand }: { demand: Demand }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const { teams, rollUp, unconfirmed = [], counts } = demand;
  return (
    <Explanation title={t('demand.share')}>
      <ul className={classes.list}>
        {teams.map(({ team, share, interests, adopter }) => (
          <li key={team} className={classes.line}>
            <EntityRefLink entityRef={team} defaultKind="group" />
            <span className={classes.figure}>{numbers.percent(share)}</span>
            <span>{t('demand.interests', { count: interests })}</span>
            {adopter && <span>{t('demand.adopter')}</span>}
          </li>
        ))}
      </ul>
      {rollUp.map(({ target, interests }) => (
        <RollUpLine key={target} target={target} interests={interests} />
      ))}
      {unconfirmed.map(part => (
        <Unconfirmed key={part.target} {...part} />
      ))}
      {counts.internal > 0 && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t('demand.internal', { count: counts.internal })}
        </Text>
      )}
    </Explanation>
  );
}

function RollUpLine(props: { target: string; interests: number }) {
  const { t } = usePilotTranslation();
  const name = useName(props.target);
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      {t('demand.includes', { count: props.interests, name })}
    </Text>
  );
}
