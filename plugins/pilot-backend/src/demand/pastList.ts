import {
  demandAt,
  Phase,
  PolicyInForce,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { DemandFilter, everListed } from '../store/operations/listDemand';
import { pastFacts, targetsOfTeam } from '../store/operations/pastFacts';
import { readDemandLogs } from '../store/operations/readLogs';
import { StoredTarget } from '../store/rows';
import { demandsAt, DemandThen } from './demandsAt';

const dayMs = 24 * 60 * 60 * 1000;
const growthDays = 30;

/**
 * All targets that match a filter at a past instant, each with the owner, phase
 * and demand of that time; unsorted. Kind, type, system and division are those
 * of today: their past is not kept.
 */
export async function pastList(
  db: Knex,
  filter: DemandFilter,
  at: Date,
  policies: readonly PolicyInForce[],
): Promise<StoredTarget[]> {
  const targets = await everListed(db, filter);
  const facts = await pastFacts(db, at);
  const earlier = new Date(at.getTime() - growthDays * dayMs);
  const demands = await demandsAt(db, targets, [at, earlier], policies);
  const found = targets
    .map(target => {
      const [demand, before] = demands.get(target.id)!;
      const owner = facts.owners.has(target.id)
        ? facts.owners.get(target.id)!
        : target.owner;
      const declared = facts.phases.get(target.id);
      return {
        ...target,
        owner,
        sums: demand.sums,
        phase: phaseThen(target, declared, demand),
        phaseSince: null,
        level: demand.level,
        score: demand.score,
        growth: demand.score - before.score,
      };
    })
    .filter(target => matches(target, filter));
  const { team } = filter;
  return team ? withTeam(db, found, team, { at, policies }) : found;
}

function phaseThen(
  target: StoredTarget,
  decided: Phase | undefined,
  { sums }: DemandThen,
): Phase | null {
  if (target.kind !== 'pilot') {
    return null;
  }
  return decided ?? (sums.interests > 0 ? 'demand' : 'pilot');
}

function matches(target: StoredTarget, filter: DemandFilter): boolean {
  const isOneOf = (
    values: readonly string[] | undefined,
    value: string | null,
  ) => !values || (value !== null && values.includes(value));
  return (
    (target.kind === 'pilot' ||
      target.sums.interests + target.sums.internal > 0) &&
    isOneOf(filter.owners, target.owner) &&
    isOneOf(filter.phases, target.phase) &&
    isOneOf(filter.levels, target.level) &&
    (filter.minScore === undefined || target.score >= filter.minScore)
  );
}

/** Those in which a team had counted interest, itself or through a part. */
async function withTeam(
  db: Knex,
  targets: readonly StoredTarget[],
  team: string,
  when: { readonly at: Date; readonly policies: readonly PolicyInForce[] },
): Promise<StoredTarget[]> {
  const known = await targetsOfTeam(db, team);
  const result: StoredTarget[] = [];
  for (const target of targets.filter(({ id }) => known.has(id))) {
    const logs = await readDemandLogs(db, target);
    const { teams } = demandAt({ target: target.ref, logs, ...when });
    if (teams.some(each => each.team === team)) {
      result.push(target);
    }
  }
  return result;
}
