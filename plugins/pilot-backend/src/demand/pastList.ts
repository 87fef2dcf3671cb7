import { Phase } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { targetsByIds } from '../kernel/store/targets/findTargets';
import { DemandFilter } from '../kernel/store/demand/demandFilter';
import { everKnown, KnownTarget } from '../kernel/store/demand/everListed';
import { pastFacts } from '../kernel/store/log/readPastFacts';
import { askedByTeam, PastListing } from './askedByTeam';
import { daysBefore, growthDays } from './daysBefore';
import { demandsAt, DemandThen } from './demandsAt';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** A target as it was, as far as lists filter and sort by it. */
export type PastTarget = KnownTarget &
  Pick<StoredTarget, 'phase' | 'sums' | 'level' | 'score' | 'growth'>;

/**
 * All targets that match a filter at a past instant, each with the owner, phase
 * and demand of that time; unsorted. Kind, type, system and division are those
 * of today: their past is not kept.
 */
export async function pastList(
  db: Knex,
  filter: DemandFilter,
  listing: PastListing & {
    /** True where growth is needed, which takes the sums of another day. */
    readonly growth: boolean;
  },
): Promise<PastTarget[]> {
  const { at, policies } = listing;
  const targets = await everKnown(db, filter);
  const facts = await pastFacts(db, at);
  const demands = await demandsAt(db, targets, [at], policies);
  const earlier = listing.growth
    ? await demandsAt(db, targets, [daysBefore(at, growthDays)], policies)
    : demands;
  const found: PastTarget[] = [];
  for (const target of targets) {
    await giveWay();
    const [demand] = demands.get(target.id)!;
    const [before] = earlier.get(target.id)!;
    const owner = facts.owners.has(target.id)
      ? facts.owners.get(target.id)!
      : target.owner;
    const declared = facts.phases.get(target.id);
    const then = {
      ...target,
      owner,
      sums: demand.sums,
      phase: phaseThen(target, declared, demand),
      level: demand.level,
      score: demand.score,
      growth: demand.score - before.score,
    };
    if (matches(then, filter)) {
      found.push(then);
    }
  }
  const { team, readable } = filter;
  return team ? askedByTeam(db, found, { team, readable }, listing) : found;
}

/** The same in their order, with what is known besides of those that can be read. */
export async function pastRows(
  db: Knex,
  targets: readonly PastTarget[],
): Promise<StoredTarget[]> {
  const rows = await targetsByIds(
    db,
    targets.map(({ id }) => id),
  );
  const byId = new Map(rows.map(row => [row.id, row]));
  return targets.flatMap(target => {
    const row = byId.get(target.id);
    return row ? [{ ...row, ...target, phaseSince: null }] : [];
  });
}

function phaseThen(
  target: KnownTarget,
  decided: Phase | undefined,
  { sums }: DemandThen,
): Phase | null {
  if (target.kind !== 'pilot') {
    return null;
  }
  return decided ?? (sums.interests > 0 ? 'demand' : 'pilot');
}

function matches(target: PastTarget, filter: DemandFilter): boolean {
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
