import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LevelChip } from '../shared/chips/LevelChip';
import { PhaseChip } from '../shared/chips/PhaseChip';
import classes from './Fragmentation.module.css';
import { useMemberNames, type Member } from './useMemberNames';

/** One of the targets that look alike: its demand, and whose it is. */
export function MemberLine({ member }: { member: Member }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const { nameOf } = useMemberNames();
  const link = useDemandLink();
  const { target, owner, phase, score, level, teams } = member;
  return (
    <li className={classes.line}>
      <Link href={link(target)} weight="bold">
        {nameOf(member)}
      </Link>
      {phase && <PhaseChip phase={phase} />}
      <Text className={classes.figure}>{numbers.score(score)}</Text>
      <LevelChip level={level} />
      <span>{t('demand.teams', { count: teams })}</span>
      {owner && <EntityRefLink entityRef={owner} defaultKind="group" />}
    </li>
  );
}
