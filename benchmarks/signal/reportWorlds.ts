import type { Outcome, WorldOutcome } from './compareWorlds';
import { fixed, percent, signed, tableOf } from './markdown';
import { references, rivals } from './rankers';

/** Beyond two standard errors a lead is told apart from chance. */
const isClear = ({ lead, error }: Outcome) => Math.abs(lead) > 2 * error;

const hardest = ({ rivals: all }: WorldOutcome) =>
  all.reduce((best, rival) => (rival.tau > best.tau ? rival : best));

/** The score and what it has to beat. */
export function rankersTable(worlds: readonly WorldOutcome[]): string {
  return tableOf([
    ['World', 'needless', 'score', ...rivals.map(({ name }) => name), 'lead'],
    ...worlds.map(world => {
      const { lead, error, name } = hardest(world);
      return [
        world.name,
        percent(world.needless),
        fixed(world.score),
        ...world.rivals.map(
          ({ tau, won }) => `${fixed(tau)} (${percent(won)})`,
        ),
        `${signed(lead)} ± ${fixed(2 * error)} over ${name}`,
      ];
    }),
  ]);
}

/** The score and parts of its idea. */
export const referencesTable = (worlds: readonly WorldOutcome[]) =>
  tableOf([
    ['World', 'score', ...references.map(({ name }) => name)],
    ...worlds.map(world => [
      world.name,
      fixed(world.score),
      ...world.references.map(
        ({ tau, won }) => `${fixed(tau)} (${percent(won)})`,
      ),
    ]),
  ]);

/** Sorts the worlds by whether the score is ahead of all it has to beat. */
export function verdicts(worlds: readonly WorldOutcome[]): string {
  const named = (which: (rival: Outcome) => boolean) =>
    worlds
      .filter(world => which(hardest(world)))
      .map(({ name }) => name)
      .join('; ') || 'none';
  const ahead = worlds.filter(world => {
    const rival = hardest(world);
    return isClear(rival) && rival.lead > 0;
  });
  return [
    `Of ${worlds.length} worlds, the score is clearly ahead of all four in ${ahead.length}.`,
    '',
    `- **Clearly behind one of them:** ${named(
      rival => isClear(rival) && rival.lead < 0,
    )}.`,
    `- **Not told apart from one of them:** ${named(
      rival => !isClear(rival),
    )}.`,
  ].join('\n');
}
