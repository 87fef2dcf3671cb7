import { useCallback } from 'react';
import type { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useRefLabel } from '../../hooks/useRefLabel';

/** One of the targets in a group. */
export type Member = FragmentationGroup['members'][number];

/** Names one member of a group, and all members together. */
export function useMemberNames() {
  const labelOf = useRefLabel();
  const language = useLanguage();
  const nameOf = useCallback(
    ({ title, target }: Pick<Member, 'title' | 'target'>) =>
      title ?? labelOf(target),
    [labelOf],
  );
  const namesOf = useCallback(
    (members: readonly Member[]) =>
      new Intl.ListFormat(language).format(members.map(nameOf)),
    [language, nameOf],
  );
  return { nameOf, namesOf };
}
