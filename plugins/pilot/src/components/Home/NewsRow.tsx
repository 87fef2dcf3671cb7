import { Link } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { InterestStatusChip } from '../shared/chips/InterestStatusChip';
import classes from './HomeWidget.module.css';

/** What an owner answered to one of the reader's interests. */
export function NewsRow({ interest }: { interest: Interest }) {
  const { target, targetTitle, targetGone, movedAway, status } = interest;
  const { t } = usePilotTranslation();
  const link = useDemandLink();
  const fallbackName = useName(target);
  const name = targetTitle ?? fallbackName;
  return (
    <li className={classes.row}>
      {targetGone ? (
        <span>
          {name}
          {movedAway && ` (${t('teamCard.moved')})`}
        </span>
      ) : (
        <Link href={link(target)}>{name}</Link>
      )}
      <InterestStatusChip status={status} />
    </li>
  );
}
