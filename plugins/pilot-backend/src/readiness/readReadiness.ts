import {
  applicableChecks,
  assessReadiness,
  CheckAnswer,
  CheckDefinition,
  ReadinessAssessment,
  StandingAttestation,
  StandingWaiver,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { reportsOf } from '../kernel/store/readiness/reports';
import { factsOf } from '../kernel/store/readiness/readinessFacts';
import { fullSight, Sight } from '../kernel/sight/Sight';
import { standingWaivers } from '../kernel/store/readiness/signatures';
import {
  PilotStatement,
  StoredFacts,
} from '../kernel/store/readiness/readinessRows';
import { attestationsUnderOwners } from './attestationsUnderOwners';
import { fingerprintOfChecks } from './fingerprintOfChecks';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** The last answers of the automatic sources about a target. */
export interface ReadinessFacts {
  readonly collectedAt: Date;
  /** The ids of the checks that are asked about it. */
  readonly applicable: ReadonlySet<string>;
  readonly answers: readonly CheckAnswer[];
  /** The sources that did not answer the last time. */
  readonly silent: readonly string[];
  readonly statement: PilotStatement;
}

/** A target's readiness, and what it was collected from. */
export interface ReadinessReading {
  readonly assessment: ReadinessAssessment;
  /** Absent where the sources were never asked. */
  readonly facts?: ReadinessFacts;
  /** Ids of the checks whose automatic answers were left out for who reads. */
  readonly unseen: ReadonlySet<string>;
}

/** Checks, time and sight that readiness is read under. */
export interface ReadinessOptions {
  readonly checks: readonly CheckDefinition[];
  readonly now: Date;
  /** Sight of the person who reads it; everything if absent. */
  readonly sight?: Sight;
  /** The sources' answers, by target, where they are in hand already. */
  readonly kept?: ReadonlyMap<number, StoredFacts>;
}

type ReadableTarget = Pick<StoredTarget, 'id' | 'kind'>;

/**
 * Reads the readiness of targets in five queries, however many they are; at
 * most some hundreds. Every one of them has a reading: a target whose sources
 * were never asked has checks that are unknown, and no facts.
 */
export async function readReadiness(
  db: Knex,
  targets: readonly ReadableTarget[],
  { checks, now, sight = fullSight, kept }: ReadinessOptions,
): Promise<Map<number, ReadinessReading>> {
  const ids = [...new Set(targets.map(({ id }) => id))];
  if (ids.length === 0) {
    return new Map();
  }
  const known = kept ?? (await factsOf(db, ids));
  const facts = await readableFacts(known, checks, sight);
  const reports = await reportsOf(db, ids);
  const attestations = await attestationsUnderOwners(db, ids);
  const waivers = await standingWaivers(db, ids);
  const readings = new Map<number, ReadinessReading>();
  for (const target of targets) {
    await giveWay();
    const given = {
      ...facts.get(target.id),
      reports: reports.get(target.id),
      attestations: attestations.get(target.id),
      waivers: waivers.get(target.id),
    };
    readings.set(target.id, readingOf(target, given, { checks, now }));
  }
  return readings;
}

/** Sources that can be silent about an entity because of another one. */
const readsOthers: ReadonlySet<string> = new Set(['techdocs']);

/** Facts without the answers that somebody may not read. */
export async function readableFacts<Key>(
  known: ReadonlyMap<Key, StoredFacts>,
  checks: readonly CheckDefinition[],
  sight: Sight,
): Promise<
  Map<
    Key,
    { readonly facts: StoredFacts; readonly unseen: ReadonlySet<string> }
  >
> {
  const isReadable = await sight.readerOf(
    [...known.values()].flatMap(({ answers }) => answers),
  );
  // Who may not even read what was made from nobody knows what.
  const isPartial = !isReadable({});
  const isDoubtful = (source: string) => isPartial && readsOthers.has(source);
  return new Map(
    [...known].map(([key, facts]) => {
      const answers = facts.answers.filter(isReadable);
      const readable = new Set(answers.map(({ check }) => check));
      const unseen = [
        ...facts.answers.map(({ check }) => check),
        ...checks
          .filter(
            ({ source }) =>
              source && isDoubtful(source) && facts.silent.includes(source),
          )
          .map(({ id }) => id),
      ].filter(check => !readable.has(check));
      const silent = facts.silent.filter(source => !isDoubtful(source));
      return [
        key,
        { facts: { ...facts, answers, silent }, unseen: new Set(unseen) },
      ];
    }),
  );
}

/** The readiness that facts and the answers of people come to. */
export function readingOf(
  target: Pick<ReadableTarget, 'kind'>,
  given: {
    readonly facts?: StoredFacts;
    readonly unseen?: ReadonlySet<string>;
    readonly reports?: readonly CheckAnswer[];
    readonly attestations?: readonly StandingAttestation[];
    readonly waivers?: readonly StandingWaiver[];
  },
  { checks, now }: Pick<ReadinessOptions, 'checks' | 'now'>,
): ReadinessReading {
  const { facts, reports = [], attestations = [], waivers = [] } = given;
  const { unseen = new Set() } = given;
  const applicable = applicableTo(target, facts, checks);
  const assessment = assessReadiness({
    checks,
    applicable,
    automatic: facts?.answers ?? [],
    reports,
    attestations,
    waivers,
    now,
  });
  return {
    assessment,
    unseen,
    ...(facts && { facts: { ...facts, applicable } }),
  };
}

/**
 * Returns the checks that apply to a target. For checks that were not in force
 * when it was collected its kind decides, until it is collected anew: a check
 * that was just made a condition of a gate must not count as not applicable.
 */
function applicableTo(
  { kind }: Pick<ReadableTarget, 'kind'>,
  facts: StoredFacts | undefined,
  checks: readonly CheckDefinition[],
): ReadonlySet<string> {
  const known = facts?.applicable ?? [];
  return facts?.checks === fingerprintOfChecks(checks)
    ? new Set(known)
    : new Set([...known, ...applicableChecks(checks, { kind })]);
}
