import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { usePilotsLink } from '../../hooks/usePilotsLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './HomeWidget.module.css';
import type { WaitingItem } from './useWaiting';

/** How many wait, and the way to them. */
export function WaitingRow({ item }: { item: WaitingItem }) {
  const { t } = usePilotTranslation();
  const entityLink = useEntityRefLink();
  const pilotsLink = usePilotsLink();
  const { count } = item;
  const text =
    item.type === 'confirm'
      ? t('home.confirm', { count })
      : t('home.openFor', { count, team: item.name });
  const href =
    item.type === 'confirm'
      ? pilotsLink?.('my-needs')
      : // The team's card lists what it is asked for.
        entityLink(item.team);
  return (
    <li className={classes.row}>
      {href === undefined ? (
        <span>{text}</span>
      ) : (
        <Link href={href}>{text}</Link>
      )}
    </li>
  );
}
