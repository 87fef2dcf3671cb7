import { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { DemandSort } from '../kernel/store/demand/demandOrder';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/**
 * A page in the order of what it shows, as the stored order may lag. Of equal ones
 * the ids decide, as they do in the database.
 */
export function sortedPage(
  items: readonly DemandListItem[],
  targets: ReadonlyArray<Pick<StoredTarget, 'id' | 'ref'>>,
  { by, descending }: DemandSort,
): DemandListItem[] {
  if (by !== 'score' && by !== 'growth') {
    return [...items];
  }
  const direction = descending ? -1 : 1;
  const ids = new Map(targets.map(({ id, ref }) => [ref, id]));
  const idOf = ({ target }: DemandListItem) => ids.get(target) ?? 0;
  return [...items].sort(
    (a, b) => direction * (a[by] - b[by] || idOf(a) - idOf(b)),
  );
}
