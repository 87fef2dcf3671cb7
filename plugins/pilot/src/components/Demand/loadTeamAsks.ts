import type {
  Interest,
  PilotApi,
} from '@pilot-to-platform/plugin-pilot-common';
import { teamAsks, type TeamAsk } from './teamAsks';

/** As many as one page holds at most. */
const pageSize = 200;
/** More pages than this are not worth the wait for a few more teams. */
const mostPages = 5;

/** What the teams of a target's own interests ask for. */
export async function loadTeamAsks(
  api: Pick<PilotApi, 'listInterests'>,
  target: string,
): Promise<ReadonlyMap<string, TeamAsk>> {
  const interests: Interest[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, nextCursor } = await api.listInterests({
      target,
      status: ['open', 'acknowledged', 'planned', 'adopted'],
      internal: false,
      limit: pageSize,
      cursor,
    });
    interests.push(...items);
    if (!nextCursor) return teamAsks(interests);
    cursor = nextCursor;
  }
  return teamAsks(interests);
}
