import {
  urgencies,
  type Interest,
  type PilotApi,
} from '@pilot-to-platform/plugin-pilot-common';

/** As many as one page holds at most. */
const pageSize = 200;

/** More pages than this are not worth the wait for a few more teams. */
const mostPages = 5;

/** Sum of the interests of one team in a target. */
export interface TeamAsk {
  /** The strongest one. */
  readonly urgency: Interest['urgency'];
  /** The highest of its interests, as it was sent. */
  readonly specificity: number;
  /** The team's latest statement. */
  readonly otherwise: Interest['otherwise'];
  /** The owner's latest answer, or that there is none. */
  readonly status: Interest['status'];
  /** Time of the latest confirmation. */
  readonly confirmedAt: string;
}

/** @param interests - that count, newest first */
export function teamAsks(
  interests: readonly Interest[],
): ReadonlyMap<string, TeamAsk> {
  const byTeam = new Map<string, Interest[]>();
  for (const interest of interests) {
    const asks = byTeam.get(interest.team) ?? [];
    byTeam.set(interest.team, [...asks, interest]);
  }
  return new Map([...byTeam].map(([team, asks]) => [team, askOf(asks)]));
}

function askOf(asks: readonly Interest[]): TeamAsk {
  const latest = (at: (ask: Interest) => string) =>
    asks.reduce((a, b) => (at(b) > at(a) ? b : a));
  return {
    urgency: asks
      .map(ask => ask.urgency)
      .reduce((a, b) => (urgencies.indexOf(b) > urgencies.indexOf(a) ? b : a)),
    specificity: Math.max(...asks.map(ask => ask.specificity)),
    otherwise: asks.find(ask => ask.otherwise)?.otherwise ?? null,
    status: latest(ask => ask.statusAt ?? '').status,
    confirmedAt: latest(ask => ask.confirmedAt).confirmedAt,
  };
}

/** Loads what each team asks for among a target's own interests. */
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
