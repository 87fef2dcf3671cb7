import type { RemixiconComponentType } from '@remixicon/react';
import { Badge } from '@backstage/ui';
import classes from './StatusChip.module.css';

/** The colours a chip can have; what it says never depends on them. */
export type ChipFamily =
  | 'neutral'
  | 'announcement'
  | 'positive'
  | 'negative'
  | 'warning'
  /** Neutral with a dashed border, for what is not known. */
  | 'open'
  /** No ground at all. */
  | 'plain';

/** A short word with its icon, in a colour that both themes can be read in. */
export function StatusChip(props: {
  icon: RemixiconComponentType;
  family: ChipFamily;
  children: string;
}) {
  const { icon: Icon, family, children } = props;
  return (
    <Badge
      size="small"
      icon={<Icon size={16} aria-hidden="true" />}
      className={`${classes.chip} ${classes[family]}`}
    >
      {children}
    </Badge>
  );
}
