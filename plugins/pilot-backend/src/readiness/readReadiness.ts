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
import { reportsOf } from '../store/operations/checkResults';
import { factsOf } from '../store/operations/readinessFacts';
import { standingWaivers } from '../store/operations/signatures';
import { PilotStatement, StoredFacts } from '../store/readinessRows';
import { StoredTarget } from '../store/rows';
import { attestationsUnderOwners } from './attestationsUnderOwners';
import { fingerprintOfChecks } from './fingerprintOfChecks';

/** What the automatic sources last said of a target. */
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
}

/** Under which checks, and when, readiness is read. */
export interface ReadinessOptions {
  readonly checks: readonly CheckDefinition[];
  readonly now: Date;
}

type Readable = Pick<StoredTarget, 'id' | 'kind'>;

/**
 * Reads the readiness of targets in five queries, however many they are; at
 * most some hundreds. Every one of them has a reading: a target whose sources
 * were never asked has checks that are unknown, and no facts.
 */
export async function readReadiness(
  db: Knex,
  targets: readonly Readable[],
  { checks, now }: ReadinessOptions,
): Promise<Map<number, ReadinessReading>> {
  const ids = [...new Set(targets.map(({ id }) => id))];
  if (ids.length === 0) {
    return new Map();
  }
  const facts = await factsOf(db, ids);
  const reports = await reportsOf(db, ids);
  const attestations = await attestationsUnderOwners(db, ids);
  const waivers = await standingWaivers(db, ids);
  return new Map(
    targets.map(target => [
      target.id,
      readingOf(
        target,
        {
          facts: facts.get(target.id),
          reports: reports.get(target.id),
          attestations: attestations.get(target.id),
          waivers: waivers.get(target.id),
        },
        { checks, now },
      ),
    ]),
  );
}

/** The readiness that facts and the answers of people come to. */
export function readingOf(
  target: Pick<Readable, 'kind'>,
  given: {
    readonly facts?: StoredFacts;
    readonly reports?: readonly CheckAnswer[];
    readonly attestations?: readonly StandingAttestation[];
    readonly waivers?: readonly StandingWaiver[];
  },
  { checks, now }: ReadinessOptions,
): ReadinessReading {
  const { facts, reports = [], attestations = [], waivers = [] } = given;
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
  return { assessment, ...(facts && { facts: { ...facts, applicable } }) };
}

/**
 * What is asked about a target. Of checks that were not in force when it was
 * collected its kind tells, until it is collected anew: a check that was just
 * made a condition of a gate must not count as not applicable.
 */
function applicableTo(
  { kind }: Pick<Readable, 'kind'>,
  facts: StoredFacts | undefined,
  checks: readonly CheckDefinition[],
): ReadonlySet<string> {
  const known = facts?.applicable ?? [];
  return facts?.checks === fingerprintOfChecks(checks)
    ? new Set(known)
    : new Set([...known, ...applicableChecks(checks, { kind })]);
}
