import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { usePilotsLink } from '../../hooks/usePilotsLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { useRefLabel } from '../../hooks/useRefLabel';
import classes from './HomeWidget.module.css';
import type { WaitingItem } from './useWaiting';

/** Shows one waiting task, and links to where it is done. */
export function WaitingRow({ item }: { item: WaitingItem }) {
  const { t } = usePilotTranslation();
  const entityLink = useEntityRefLink();
  const readinessLink = useReadinessLink();
  const pilotsLink = usePilotsLink();
  const labelOf = useRefLabel();
  const text = () => {
    switch (item.type) {
      case 'confirm':
        return t('home.confirm', { count: item.count });
      case 'answer':
        return t('home.openFor', { count: item.count, team: item.name });
      case 'decide':
        return t(`home.decide.${item.to}`, {
          pilot: item.title ?? labelOf(item.target),
        });
      default:
        return t('home.expiring', {
          count: item.count,
          pilot: item.title ?? labelOf(item.target),
        });
    }
  };
  const href = () => {
    switch (item.type) {
      case 'confirm':
        return pilotsLink?.('my-needs');
      case 'answer':
        // The team's card lists what it is asked for.
        return entityLink(item.team);
      default:
        return readinessLink(item.target);
    }
  };
  const place = href();
  return (
    <li className={classes.row}>
      {place === undefined ? (
        <span>{text()}</span>
      ) : (
        <Link href={place}>{text()}</Link>
      )}
    </li>
  );
}
