import { useMemo } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { Resource } from '../../cache/Resource';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useResource } from '../../hooks/useResource';

/** A Pilot, and the reader's teams that were not heard about it in this quarter. */
export interface DueRating {
  readonly target: string;
  readonly title: string | null;
  readonly teams: readonly string[];
}

/** As many questions as one visit bears, and as many requests. */
const mostPilots = 10;

/**
 * What the adopters among the reader's teams can be asked. It stays as it was when
 * the page was opened: a question that is answered does not move the others.
 */
export function useDueRatings(
  interests: readonly Interest[],
  team: string | undefined,
): readonly DueRating[] {
  const { phases } = usePilotCache();
  const key = JSON.stringify(adoptedPilots(interests));
  const resource = useMemo(
    () =>
      new Resource(async () => {
        const pilots = JSON.parse(key) as Array<[string, string | null]>;
        const due = await Promise.all(
          pilots.map(async ([target, title]) => {
            const adoption = await phases.adoption(target).settled();
            // What cannot be had is not asked: the page stands without it.
            const isAsked =
              adoption.state === 'ready' && adoption.value.can.rate === true;
            const teams = isAsked ? adoption.value.due : [];
            return { target, title, teams };
          }),
        );
        return due;
      }),
    [phases, key],
  );
  const loaded = useResource(resource);
  if (loaded.state !== 'ready') return [];
  return loaded.value
    .map(each => ({
      ...each,
      teams: each.teams.filter(ref => !team || ref === team),
    }))
    .filter(({ teams }) => teams.length > 0);
}

function adoptedPilots(
  interests: readonly Interest[],
): Array<[target: string, title: string | null]> {
  const adopted = interests.filter(
    ({ target, targetGone, status }) =>
      status === 'adopted' &&
      !targetGone &&
      parseEntityRef(target).kind.toLocaleLowerCase('en-US') === 'pilot',
  );
  const titles = new Map(
    adopted.map(({ target, targetTitle }) => [target, targetTitle]),
  );
  return [...titles].slice(0, mostPilots);
}
