import { Link } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { InternalChip } from '../shared/chips/InternalChip';
import { InterestStatusChip } from '../shared/chips/InterestStatusChip';
import classes from './TeamCard.module.css';

/** One thing that the team asked for. Who in the team did is not shown. */
export function AskedForRow({ interest }: { interest: Interest }) {
  const { target, targetTitle, targetGone, movedAway } = interest;
  const { status, internal } = interest;
  const { t } = usePilotTranslation();
  const link = useDemandLink();
  const fallbackName = useName(target);
  const name = targetTitle ?? fallbackName;
  return (
    <li className={classes.row}>
      {targetGone ? (
        <span>
          {name} ({t(movedAway ? 'teamCard.moved' : 'teamCard.gone')})
        </span>
      ) : (
        <Link href={link(target)}>{name}</Link>
      )}
      <InterestStatusChip status={status} />
      {internal && <InternalChip />}
    </li>
  );
}
