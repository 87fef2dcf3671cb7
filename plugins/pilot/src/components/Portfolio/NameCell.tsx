import { useDemandLink } from '../../hooks/useDemandLink';
import { Link, Text } from '@backstage/ui';
import type { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useName } from '../../hooks/useName';
import classes from './Portfolio.module.css';

/** What it is called, and whose it is. */
export function NameCell({ item }: { item: DemandListItem }) {
  const name = useName(item.target);
  const link = useDemandLink()(item.target);
  return (
    <div className={classes.stacked}>
      <Link href={link} variant="body-medium" weight="bold">
        {item.title ?? name}
      </Link>
      {item.owner && <OwnerName owner={item.owner} />}
    </div>
  );
}

function OwnerName({ owner }: { owner: string }) {
  return <Text variant="body-small">{useName(owner)}</Text>;
}
