import { useRef } from 'react';
import type { CheckResult } from '@pilot-to-platform/plugin-pilot-common';
import { isShown, type CheckFilter } from './checkFilter';

/**
 * The checks that a filter shows, in an order that stays as long as the filter
 * does: a row that was just answered must not go from under the reader.
 */
export function useShownChecks(
  applicable: readonly CheckResult[],
  filter: CheckFilter,
): readonly CheckResult[] {
  const { show, dimension } = filter;
  const shown = useRef<{ key: string; ids: readonly string[] }>();
  const key = `${show} ${dimension}`;
  const before = shown.current?.key === key ? shown.current.ids : [];
  const byId = new Map(applicable.map(check => [check.id, check]));
  const added = applicable
    .filter(
      check =>
        isShown(check, show) &&
        (!dimension || check.dimension === dimension) &&
        !before.includes(check.id),
    )
    .map(({ id }) => id);
  const ids = [...before.filter(id => byId.has(id)), ...added];
  shown.current = { key, ids };
  return ids.map(id => byId.get(id)!);
}
