const dayMs = 24 * 60 * 60 * 1000;
const urgencies = { 'nice-to-have': 1 / 3, important: 2 / 3, critical: 1 };

/**
 * Demand with the default policy, written down again from its formula, for
 * testing that the samples tell the story they are meant to tell. The product
 * uses the engine in `plugins/pilot-common`.
 *
 * @returns {{ score: number, teams: string[] }}
 */
export function sampleDemand({ lines, targets, owner, at }) {
  const here = lines.filter(
    line =>
      targets.includes(line.target) &&
      line.team !== owner &&
      Date.parse(line.createdAt ?? line.at) <= at,
  );
  const latest = new Map(
    here.filter(l => l.type === 'status').map(l => [keyOf(l), l.status]),
  );
  const counted = here.filter(
    line =>
      line.type === 'interest' &&
      !['withdrawn', 'declined'].includes(latest.get(keyOf(line))),
  );
  const adopters = new Set(
    counted.filter(l => latest.get(keyOf(l)) === 'adopted').map(l => l.team),
  );
  const teams = [...new Set(counted.map(line => line.team))];
  const sums = { number: 0, breadth: 0, specific: 0 };
  for (const team of teams) {
    const asks = counted
      .filter(line => line.team === team)
      .map(line =>
        adopters.has(team)
          ? { w: 1, s: 1 }
          : { w: weight(line, at), s: specificity(line) },
      );
    sums.number += Math.sqrt(asks.reduce((sum, { w }) => sum + w * w, 0));
    sums.breadth += Math.max(...asks.map(({ w }) => w));
    sums.specific += Math.max(...asks.map(({ w, s }) => w * s));
  }
  const { number: n, breadth: t, specific: m } = sums;
  const score =
    100 *
    (n / (n + 5)) ** 0.3 *
    (t / (t + 3)) ** 0.4 *
    (0.1 + (0.9 * m) / (m + 2)) ** 0.3;
  return { score: teams.length > 0 ? score : 0, teams };
}

function keyOf({ target, team, author, useCaseKey }) {
  return [target, team, author, useCaseKey].join(' ');
}

function weight({ urgency, createdAt, confirmedAt }, at) {
  const confirmed = Date.parse(confirmedAt);
  const since = confirmed <= at ? confirmed : Date.parse(createdAt);
  return urgencies[urgency] * 2 ** (-(at - since) / dayMs / 120);
}

function specificity(line) {
  const described = [...(line.useCase ?? '')].length >= 40;
  return (
    (described ? 0.4 : 0) +
    (line.alternative ? 0.2 : 0) +
    (line.neededBy ? 0.15 : 0) +
    (line.expectedUsage ? 0.15 : 0) +
    (line.contribute ? 0.1 : 0)
  );
}
