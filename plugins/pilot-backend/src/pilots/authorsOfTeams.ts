import { teamsByAuthors } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { PilotLink } from '../kernel/store/targets/findTargets';
import { askedForTeams } from '../kernel/store/teams/findAskedForTeams';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/**
 * Of Pilots: for how many teams different people asked, in the Pilot or in what
 * implements it, up to as many as a gate asks for. What the owners ask for does
 * not count.
 *
 * @param links - the parts that the Pilots name
 */
export async function authorsOfTeams(
  db: Knex,
  pilots: readonly StoredTarget[],
  links: readonly PilotLink[],
  most: number,
): Promise<Map<number, number>> {
  const counting = links.filter(({ counts }) => counts);
  const asked = await askedForTeams(db, [
    ...new Set([
      ...pilots.map(({ id }) => id),
      ...counting.map(({ part }) => part.id),
    ]),
  ]);
  return new Map(
    pilots.map(pilot => {
      const parts = counting
        .filter(({ pilotId }) => pilotId === pilot.id)
        .map(({ part }) => part);
      const counted = [pilot, ...parts].flatMap(target => {
        const owners = [pilot.owner, target.owner];
        return (asked.get(target.id) ?? []).filter(
          ({ team, author }) =>
            !owners.includes(team) && !owners.includes(author),
        );
      });
      return [pilot.id, teamsByAuthors(counted, most)];
    }),
  );
}
