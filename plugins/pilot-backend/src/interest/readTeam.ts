import { ExchangeLine } from '@pilot-to-platform/plugin-pilot-common';
import { CatalogRefs } from '../targets/CatalogRefs';

/**
 * The line with its team: what it says or, where it leaves that out, the only team
 * that its author has. A count has a team only where it says so.
 *
 * @returns a text that says why it is unknown
 */
export function readTeam<Line extends ExchangeLine>(
  line: Line,
  catalog: Pick<CatalogRefs, 'has' | 'teamsOf' | 'current'>,
): Line | string {
  if (line.team !== undefined || line.type === 'count') {
    return line;
  }
  const author = catalog.current(line.author);
  if (!catalog.has(author)) {
    return `team: is missing, and the catalog does not know ${author}; say for which team they ask`;
  }
  const teams = catalog.teamsOf(author);
  if (teams.length === 1) {
    return { ...line, team: teams[0] };
  }
  return teams.length === 0
    ? `team: is missing, and ${author} belongs to no team in the catalog; say for which team they ask`
    : `team: is missing, and ${author} belongs to ${
        teams.length
      } teams; say for which one they ask: ${teams.join(', ')}`;
}
