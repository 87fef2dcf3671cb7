import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deltaSharing } from './stories/deltaSharing.mjs';
import { endedPilots } from './stories/endedPilots.mjs';
import { engineeringTools } from './stories/engineeringTools.mjs';
import { featureFlags } from './stories/featureFlags.mjs';
import { partnerLake } from './stories/partnerLake.mjs';
import { platforms } from './stories/platforms.mjs';
import { shopping } from './stories/shopping.mjs';
import { supplyChain } from './stories/supplyChain.mjs';
import { youngPilots } from './stories/youngPilots.mjs';

/**
 * What one person asked for, and what became of it. `ago` and its like are days
 * before the first start, `neededIn` days after it; what is left out has the
 * default of an interest.
 *
 * @typedef {object} Ask
 * @property {string} author
 * @property {string} team
 * @property {string} [key] the use case's key
 * @property {number} ago
 * @property {number} [confirmed]
 * @property {number} [withdrawn]
 * @property {string} [urgency]
 * @property {string} [useCase]
 * @property {string} [alternative]
 * @property {number} [neededIn]
 * @property {string} [usage]
 * @property {string} [otherwise]
 * @property {boolean} [contribute]
 * @property {{ status: string, ago: number, by: string, note: string | null }[]} [answers]
 */

const dayMs = 24 * 60 * 60 * 1000;

/** @type {{ target: string, asks: Ask[] }[]} */
const stories = [
  ...deltaSharing,
  ...partnerLake,
  ...featureFlags,
  ...engineeringTools,
  ...shopping,
  ...supplyChain,
  ...platforms,
  ...youngPilots,
  ...endedPilots,
];

/**
 * A year of interest before `firstStart`, as lines for `POST /import`, oldest
 * first. The same date gives the same lines, so that a repeated import changes
 * nothing.
 *
 * @param {Date} firstStart
 * @returns {string[]}
 */
export function sampleInterest(firstStart) {
  if (!Number.isFinite(firstStart.getTime())) {
    throw new TypeError('firstStart must be a valid date');
  }
  const dated = stories.flatMap(({ target, asks }) =>
    asks.flatMap(ask => linesOf(target, ask, firstStart)),
  );
  dated.sort((a, b) => b.ago - a.ago);
  return dated.map(({ line }) => JSON.stringify(line));
}

function linesOf(target, ask, firstStart) {
  const instant = ago =>
    new Date(firstStart.getTime() - Math.round(ago * dayMs)).toISOString();
  const key = {
    target,
    team: `group:default/${ask.team}`,
    author: `user:default/${ask.author}`,
    useCaseKey: ask.key ?? 'default',
  };
  const interest = {
    type: 'interest',
    ...key,
    urgency: ask.urgency ?? 'important',
    useCase: ask.useCase ?? null,
    alternative: ask.alternative ?? null,
    neededBy:
      ask.neededIn === undefined ? null : instant(-ask.neededIn).slice(0, 10),
    expectedUsage: ask.usage ?? null,
    otherwise: ask.otherwise ?? null,
    contribute: ask.contribute ?? false,
    createdAt: instant(ask.ago),
    confirmedAt: instant(ask.confirmed ?? ask.ago),
  };
  const status = ({ status: value, note, by, ago }) => ({
    ago,
    line: {
      type: 'status',
      ...key,
      status: value,
      note: note ?? null,
      by: `user:default/${by}`,
      at: instant(ago),
    },
  });
  const withdrawal = ask.withdrawn && {
    status: 'withdrawn',
    by: ask.author,
    ago: ask.withdrawn,
  };
  return [
    { ago: ask.ago, line: interest },
    ...(ask.answers ?? []).map(status),
    ...(withdrawal ? [status(withdrawal)] : []),
  ];
}

if (
  process.argv[1] &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  const given = process.argv[2];
  const lines = sampleInterest(given ? new Date(given) : new Date());
  process.stdout.write(`${lines.join('\n')}\n`);
}
