import { Link } from '@backstage/ui';
import type { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useName } from '../../hooks/useName';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LevelChip } from '../shared/chips/LevelChip';
import classes from './TeamCard.module.css';

/** The demand for one thing that the team owns. */
export function AskedOfRow(props: {
  item: DemandListItem;
  /** How many wait for an answer, where it is known. */
  open: number | undefined;
}) {
  const { item, open } = props;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const link = useDemandLink();
  const fallbackName = useName(item.target);
  return (
    <li className={classes.row}>
      <Link href={link(item.target)}>{item.title ?? fallbackName}</Link>
      <span className={classes.figure}>{numbers.score(item.score)}</span>
      <LevelChip level={item.level} />
      {open !== undefined && open > 0 && (
        <span>{t('teamCard.open', { count: open })}</span>
      )}
    </li>
  );
}
