import { Knex } from 'knex';
import { AdoptionFacts } from '../facts/Surroundings';
import { adoptionTimes } from '../store/operations/adoptionTimes';
import { automaticVerdicts } from '../store/operations/readinessLog';
import { StoredTarget } from '../store/rows';

const manualSteps = 'automation.manual-steps';

/** Whom Pilots serve, by ref, and whether no manual step was left at the time. */
export async function adoptionFacts(
  db: Knex,
  targets: readonly StoredTarget[],
): Promise<Map<string, AdoptionFacts>> {
  const pilots = targets.filter(
    ({ kind, sums }) => kind === 'pilot' && sums.adopters > 0,
  );
  const ids = pilots.map(({ id }) => id);
  const adoptions = await adoptionTimes(db, ids);
  const verdicts =
    ids.length > 0
      ? await automaticVerdicts(db, ids, {
          check: manualSteps,
          source: 'pilot',
        })
      : [];
  return new Map(
    pilots.map(({ id, ref, sums }) => [
      ref,
      {
        adopters: sums.adopters,
        adoptedAt: adoptions
          .filter(({ pilotId }) => pilotId === id)
          .map(({ at }) => at),
        automated: verdicts
          .filter(({ targetId }) => targetId === id)
          .map(({ line }) => ({
            at: line.at,
            isAutomated: line.verdict === 'pass',
          })),
      },
    ]),
  );
}
