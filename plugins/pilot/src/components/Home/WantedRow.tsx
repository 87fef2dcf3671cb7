import { Link } from '@backstage/ui';
import type { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LevelChip } from '../shared/chips/LevelChip';
import classes from './HomeWidget.module.css';

/** A Pilot that many want. */
export function WantedRow({ item }: { item: DemandListItem }) {
  const { t } = usePilotTranslation();
  const link = useDemandLink();
  const fallbackName = useName(item.target);
  return (
    <li className={classes.row}>
      <Link href={link(item.target)}>{item.title ?? fallbackName}</Link>
      <LevelChip level={item.level} />
      <span>{t('demand.teams', { count: item.counts.teams })}</span>
    </li>
  );
}
