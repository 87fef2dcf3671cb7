import {
  CheckAnswer,
  CheckDefinition,
} from '@pilot-to-platform/plugin-pilot-common';
import { CollectedFacts } from './facts/FactCollector';
import { StoredFacts } from '../kernel/store/readiness/readinessRows';
import { fingerprintOfChecks } from './fingerprintOfChecks';

/** Result of a collection. */
export interface FactsDecision {
  readonly facts: StoredFacts;
  /** The answers of which the verdict is another one than before, or new. */
  readonly changed: readonly CheckAnswer[];
  /**
   * Those and the ones that were made from something else: who could not read the
   * last answer must not learn by a line that is missing what it was.
   */
  readonly logged: readonly CheckAnswer[];
  /** Nothing but the time differs from what was known. */
  readonly isSame: boolean;
}

/**
 * Decides what is kept of what the sources say now: their answers, and of checks
 * that were not answered the last ones, until they are stale.
 */
export function decideFacts(
  before: StoredFacts | undefined,
  collected: CollectedFacts,
  when: { readonly checks: readonly CheckDefinition[]; readonly now: Date },
): FactsDecision {
  const { checks, now } = when;
  const known = new Map(before?.answers.map(each => [each.check, each]));
  const answers = checks.flatMap(({ id, source }) => {
    const told = source ? collected.told.get(source)?.get(id) : undefined;
    if (told === null) {
      return [];
    }
    const last = known.get(id);
    if (told === undefined) {
      return last && last.source === source ? [last] : [];
    }
    const { verdict, note = null, evidence = null, at = now } = told;
    const { refs = [], interest } = told;
    const answer: CheckAnswer = {
      check: id,
      verdict,
      source: source!,
      at,
      note,
      evidence,
      refs,
      ...(interest && { interest }),
    };
    return [answer];
  });
  const facts: StoredFacts = {
    collectedAt: now,
    checks: fingerprintOfChecks(checks),
    applicable: collected.applicable,
    answers,
    silent: collected.silent,
    statement: collected.statement,
  };
  const isChanged = ({ check, verdict }: CheckAnswer) =>
    known.get(check)?.verdict !== verdict;
  return {
    facts,
    changed: answers.filter(isChanged),
    logged: answers.filter(
      answer =>
        isChanged(answer) || isOtherwiseMade(answer, known.get(answer.check)!),
    ),
    isSame: before !== undefined && sameFacts(before, facts),
  };
}

function isOtherwiseMade(answer: CheckAnswer, last: CheckAnswer): boolean {
  return (
    last.refs !== undefined &&
    JSON.stringify([answer.refs, answer.interest]) !==
      JSON.stringify([last.refs, last.interest])
  );
}

function sameFacts(a: StoredFacts, b: StoredFacts): boolean {
  return textOf(a) === textOf(b);
}

/** Everything but the time at which the sources were asked. */
function textOf({ collectedAt, answers, ...rest }: StoredFacts): string {
  return JSON.stringify([
    rest.checks,
    rest.applicable,
    rest.silent,
    rest.statement.handOff,
    rest.statement.platformScale,
    answers.map(({ check, verdict, source, at, note, evidence, ...made }) => [
      check,
      verdict,
      source,
      at.getTime() === collectedAt.getTime() ? null : at.getTime(),
      note,
      evidence,
      made.refs,
      made.interest,
    ]),
  ]);
}
