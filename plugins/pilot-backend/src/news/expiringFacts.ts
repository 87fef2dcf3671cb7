import {
  CheckDefinition,
  expiringAnswers,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { expiringDays } from '../readiness/readinessSummaryOf';
import { readReadiness } from '../readiness/readReadiness';
import { targetsByIds } from '../kernel/store/targets/findTargets';
import { lapsingSignatures } from '../kernel/store/readiness/findLapsingSignatures';
import { fullSight, ownSight } from '../kernel/sight/Sight';
import { ExpiringOf } from './messages/MessageFacts';
import { MessageDetails } from '../kernel/config/MessageDetails';

const batch = 200;

/**
 * Lists what a recipient can renew that lapses soon, as it is now: only answers
 * that hold a check up, of what they own, and the waivers that they gave. With
 * `known` an answer that was made from other entities does not take their place:
 * who owns the one need not be able to see the others. Who waived reads the name
 * of the entity: it may have another title since.
 */
export async function expiringFacts(
  {
    knex,
    checks,
    details,
  }: {
    readonly knex: Knex;
    readonly checks: readonly CheckDefinition[];
    readonly details: MessageDetails;
  },
  recipient: string,
  now: Date,
): Promise<ExpiringOf[]> {
  const until = new Date(now.getTime() + expiringDays * dayMs);
  const lapsing = await lapsingSignatures(knex, { now, until }, recipient);
  const ids = [...new Set(lapsing.map(({ targetId }) => targetId))];
  const result: ExpiringOf[] = [];
  for (let i = 0; i < ids.length; i += batch) {
    const targets = await targetsByIds(knex, ids.slice(i, i + batch));
    const readings = await readReadiness(knex, targets, {
      checks,
      now,
      sight: details === 'full' ? fullSight : ownSight,
    });
    const byId = new Map(
      targets.map(target => [
        target.id,
        details === 'full' || target.owner === recipient
          ? target
          : { ...target, title: null },
      ]),
    );
    result.push(
      ...ids.slice(i, i + batch).flatMap(id => {
        const { assessment } = readings.get(id)!;
        const holding = new Set(
          expiringAnswers(assessment, { now, days: expiringDays }).map(
            each => each.id,
          ),
        );
        const own = lapsing
          .filter(each => each.targetId === id && holding.has(each.id))
          .map(({ check }) => check);
        return own.length > 0 ? [{ target: byId.get(id)!, checks: own }] : [];
      }),
    );
  }
  return result;
}
