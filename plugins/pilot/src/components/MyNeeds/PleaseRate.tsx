import { useId } from 'react';
import { Link, Text } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useName } from '../../hooks/useName';
import { RatePrompts } from '../Adoption/RatePrompts';
import classes from './MyNeeds.module.css';
import { useDueRatings } from './useDueRatings';

/** Asks how well it works what the reader's teams have adopted; absent when nothing is due. */
export function PleaseRate(props: {
  interests: readonly Interest[];
  team: string | undefined;
}) {
  const { interests, team } = props;
  const { t } = usePilotTranslation();
  const heading = useId();
  const due = useDueRatings(interests, team);
  if (due.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby={heading}>
      <Text as="h3" variant="body-large" weight="bold" id={heading}>
        {t('adoption.due')}
      </Text>
      <ul className={classes.rows}>
        {due.map(({ target, teams }) => (
          <RateRow key={target} target={target} teams={teams} />
        ))}
      </ul>
    </section>
  );
}

function RateRow(props: { target: string; teams: readonly string[] }) {
  const { target, teams } = props;
  const link = useDemandLink();
  const name = useName(target);
  return (
    <li className={classes.row}>
      <Link href={link(target)} weight="bold">
        {name}
      </Link>
      <RatePrompts target={target} due={teams} pilotName={name} />
    </li>
  );
}
