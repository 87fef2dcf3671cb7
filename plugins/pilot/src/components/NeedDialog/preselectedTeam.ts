import type { Team } from '../../cache/loadMyTeams';

/** The only team, or the one used last, or none: then a person chooses. */
export function preselectedTeam(
  teams: readonly Team[],
  last: string | undefined,
): string | undefined {
  const [first, ...others] = teams;
  if (first && others.length === 0) return first.ref;
  return teams.find(({ ref }) => ref === last)?.ref;
}
