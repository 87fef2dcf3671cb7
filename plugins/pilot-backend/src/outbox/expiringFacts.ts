import {
  CheckDefinition,
  expiringAnswers,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { expiringDays } from '../readiness/readinessSummaryOf';
import { readReadiness } from '../readiness/readReadiness';
import { targetsByIds } from '../store/operations/findTargets';
import { lapsingSignatures } from '../store/operations/lapsingSignatures';
import { ExpiringOf } from './messages/MessageFacts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * What a recipient can renew that lapses soon, as it is now: only answers that
 * hold a check up, of what they own, and the waivers that they gave.
 */
export async function expiringFacts(
  { knex, checks }: { knex: Knex; checks: readonly CheckDefinition[] },
  recipient: string,
  now: Date,
): Promise<ExpiringOf[]> {
  const until = new Date(now.getTime() + expiringDays * dayMs);
  const lapsing = await lapsingSignatures(knex, { now, until }, recipient);
  const ids = [...new Set(lapsing.map(({ targetId }) => targetId))];
  const targets = new Map(
    (await targetsByIds(knex, ids)).map(target => [target.id, target]),
  );
  const result: ExpiringOf[] = [];
  for (const id of ids) {
    const target = targets.get(id)!;
    const readings = await readReadiness(knex, [target], { checks, now });
    const holding = new Set(
      expiringAnswers(readings.get(id)!.assessment, {
        now,
        days: expiringDays,
      }).map(each => each.id),
    );
    const own = lapsing.filter(
      each => each.targetId === id && holding.has(each.id),
    );
    if (own.length > 0) {
      result.push({ target, checks: own.map(({ check }) => check) });
    }
  }
  return result;
}
