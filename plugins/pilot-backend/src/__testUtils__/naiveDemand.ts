import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

/** An interest line of an import, as far as demand depends on it. */
export interface NaiveInterest {
  target: string;
  team: string;
  author: string;
  useCaseKey: string;
  urgency: string;
  useCase: string | null;
  alternative: string | null;
  neededBy: string | null;
  expectedUsage: string | null;
  contribute: boolean;
  createdAt: string;
  confirmedAt: string;
}

/** A status line of an import. */
export interface NaiveStatus {
  target: string;
  team: string;
  author: string;
  useCaseKey: string;
  status: string;
  at: string;
}

/**
 * The demand of a target at an instant, straight from the lines of an import:
 * the design's section 4 written down a second time, sentence by sentence,
 * without regard to speed and without any code of the product.
 */
export function naiveDemand(input: {
  interests: NaiveInterest[];
  statuses: NaiveStatus[];
  /** The target, and for a Pilot what implements it. */
  targets: string[];
  owners: Record<string, string>;
  at: number;
}) {
  const { targets, owners, at } = input;
  const statusAt = (ask: NaiveInterest) => {
    const own = input.statuses.filter(
      line =>
        line.target === ask.target &&
        line.team === ask.team &&
        line.author === ask.author &&
        line.useCaseKey === ask.useCaseKey &&
        Date.parse(line.at) <= at,
    );
    let last: NaiveStatus | undefined;
    for (const line of own) {
      if (!last || Date.parse(line.at) >= Date.parse(last.at)) last = line;
    }
    return last?.status ?? 'open';
  };
  const isOwners = (ask: NaiveInterest) =>
    [owners[targets[0]], owners[ask.target]].some(
      owner => owner === ask.team || owner === ask.author,
    );
  const standing = input.interests.filter(
    ask =>
      targets.includes(ask.target) &&
      Date.parse(ask.createdAt) <= at &&
      statusAt(ask) !== 'withdrawn' &&
      statusAt(ask) !== 'declined',
  );
  const counted = standing.filter(ask => !isOwners(ask));
  const teams = [...new Set(counted.map(ask => ask.team))];
  const adopters = teams.filter(team =>
    counted.some(ask => ask.team === team && statusAt(ask) === 'adopted'),
  );
  const described = (ask: NaiveInterest) =>
    ask.useCase !== null && Array.from(ask.useCase.trim()).length >= 40;

  let N = 0;
  let T = 0;
  let M = 0;
  for (const team of teams) {
    let squares = 0;
    let strongest = 0;
    let concrete = 0;
    for (const ask of counted) {
      if (ask.team !== team) continue;
      let w = 1;
      if (!adopters.includes(team)) {
        const u = { 'nice-to-have': 1 / 3, important: 2 / 3, critical: 1 }[
          ask.urgency
        ]!;
        const confirmed = Date.parse(ask.confirmedAt);
        const since = confirmed <= at ? confirmed : Date.parse(ask.createdAt);
        w = u * 2 ** -((at - since) / (120 * dayMs));
      }
      const s =
        (described(ask) ? 0.4 : 0) +
        (ask.alternative ? 0.2 : 0) +
        (ask.neededBy ? 0.15 : 0) +
        (ask.expectedUsage ? 0.15 : 0) +
        (ask.contribute ? 0.1 : 0);
      squares += w * w;
      strongest = Math.max(strongest, w);
      concrete = Math.max(concrete, w * s);
    }
    N += Math.sqrt(squares);
    T += strongest;
    M += concrete;
  }
  const V = N / (N + 5);
  const B = T / (T + 3);
  const C = 0.1 + (0.9 * M) / (M + 2);
  const score = counted.length === 0 ? 0 : 100 * V ** 0.3 * B ** 0.4 * C ** 0.3;
  const levels: Array<[number, string]> = [
    [60, 'proven'],
    [40, 'strong'],
    [20, 'emerging'],
    [0, 'faint'],
  ];
  const level = levels.find(([from]) => score >= from)![1];
  return {
    score,
    level: counted.length === 0 ? 'none' : level,
    number: N,
    breadth: T,
    specific: M,
    counts: {
      interests: counted.length,
      teams: teams.length,
      useCases: counted.filter(described).length,
      adopters: adopters.length,
      internal: standing.length - counted.length,
    },
    rollUp: targets
      .slice(1)
      .map(target => ({
        target,
        interests: counted.filter(ask => ask.target === target).length,
      }))
      .filter(({ interests }) => interests > 0),
  };
}
