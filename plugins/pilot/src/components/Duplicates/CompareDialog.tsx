import type { ReactNode } from 'react';
import { Dialog, DialogBody, DialogHeader, Link } from '@backstage/ui';
import type { Entity } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LevelChip } from '../shared/chips/LevelChip';
import { PhaseChip } from '../shared/chips/PhaseChip';
import { UserText } from '../shared/UserText';
import classes from './Fragmentation.module.css';
import { type Member, useMemberNames } from './useMemberNames';

/** The targets of a group side by side. */
export function CompareDialog(props: {
  members: readonly Member[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const { members, isOpen, onOpenChange } = props;
  const { t } = usePilotTranslation();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={840}>
      <DialogHeader>{t('fragmentation.compare')}</DialogHeader>
      <DialogBody>
        <CompareTable members={members} />
      </DialogBody>
    </Dialog>
  );
}

/** A target per column, so that what differs stands side by side. */
function CompareTable({ members }: { members: readonly Member[] }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const link = useDemandLink();
  const { nameOf } = useMemberNames();
  const notSaid = t('fragmentation.notSaid');
  const rows: ReadonlyArray<[string, (member: Member) => ReactNode]> = [
    [t('fragmentation.purpose'), member => <Purpose target={member.target} />],
    [
      t('fragmentation.owner'),
      ({ owner }) =>
        owner ? (
          <EntityRefLink entityRef={owner} defaultKind="group" />
        ) : (
          notSaid
        ),
    ],
    [
      t('portfolio.phase'),
      ({ phase }) => (phase ? <PhaseChip phase={phase} /> : '–'),
    ],
    [
      t('demand.title'),
      ({ score, level }) => (
        <span className={classes.line}>
          {numbers.score(score)}
          <LevelChip level={level} />
        </span>
      ),
    ],
    [t('portfolio.column.teams'), ({ teams }) => numbers.count(teams)],
  ];
  return (
    <div
      className={classes.scroll}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, so the keyboard has to reach it
      tabIndex={0}
      role="region"
      aria-label={t('fragmentation.compare')}
    >
      <table className={classes.compared}>
        <thead>
          <tr>
            <td />
            {members.map(member => (
              <th key={member.target} scope="col">
                <Link href={link(member.target)}>{nameOf(member)}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, cell]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {members.map(member => (
                <td key={member.target}>{cell(member)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The problem that a Pilot solves, or how another entity is described. */
function Purpose({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const entity = useResource(usePilotCache().target(target));
  if (entity.state === 'loading') {
    return <>{t('state.loading', { thing: t('fragmentation.purpose') })}</>;
  }
  const text = entity.state === 'ready' ? purposeOf(entity.value) : undefined;
  return text ? (
    <UserText>{text}</UserText>
  ) : (
    <>
      {entity.state === 'failed'
        ? t('state.error', { thing: t('fragmentation.purpose') })
        : t('fragmentation.notSaid')}
    </>
  );
}

function purposeOf({ spec, metadata }: Entity): string | undefined {
  const problem = spec?.problem;
  return typeof problem === 'string' && problem
    ? problem
    : metadata.description;
}
