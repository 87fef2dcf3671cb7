import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  CheckDefinition,
  checkIdSchema,
  defaultChecks,
  dimensions,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { GivenCheck, givenCheckSchema } from './givenCheck';
import { nearest } from './nearest';
import { parseConfig } from './parseConfig';
import { AddedSource, answeredBy, requireSources } from './addedSources';

const key = 'pilot.readiness.checks';

/**
 * The checks in force: the default ones and those of other modules, as the
 * operator changed them, and the operator's own.
 *
 * @param known - the default checks, and those that modules added
 * @param sources - what modules answer; each takes over the checks that it names
 * @throws InputError that names each bad key and what it must be
 */
export function readChecks(
  root: Config,
  known: readonly CheckDefinition[] = defaultChecks,
  sources: readonly AddedSource[] = [],
): CheckDefinition[] {
  const given = parseConfig(
    root.getOptional(key),
    key,
    z.record(z.string(), givenCheckSchema),
  );
  const ids = known.map(({ id }) => id);
  requireSources([...ids, ...Object.keys(given)], sources);
  // What is switched off is read too: a misspelt id must not pass in silence.
  const all = [
    ...known.map(check => changed(check, given[check.id])),
    ...Object.entries(given)
      .filter(([id]) => !ids.includes(id))
      .map(([id, check]) => added(id, check, ids)),
  ].map(check => answeredBy(check, sources));
  all.forEach(requireAnswerable);
  return all.filter(({ id }) => given[id]?.enabled !== false);
}

function changed(
  check: CheckDefinition,
  given: GivenCheck | undefined,
): CheckDefinition {
  if (!given) {
    return check;
  }
  const { enabled, attestation, fix, options, ...rest } = given;
  if (rest.dimension && rest.dimension !== check.dimension) {
    throw invalid(
      check.id,
      'dimension',
      `is ${check.dimension} for this check; leave it out, or add a check of your own under another id`,
    );
  }
  requireOptions(check, options);
  const result = {
    ...check,
    ...rest,
    ...(rest.predicate && { source: 'predicate' }),
    attestation:
      attestation === false ? undefined : attestation ?? check.attestation,
    fix: { ...check.fix, ...fix },
    ...(check.options && { options: { ...check.options, ...options } }),
  };
  return isAnsweredAlike(check, result)
    ? result
    : { ...result, answer: answerOf(result) };
}

/** Returns whether the sentence of how an answer comes about is still true. */
function isAnsweredAlike(a: CheckDefinition, b: CheckDefinition): boolean {
  return (
    a.predicate === b.predicate &&
    a.report === b.report &&
    !a.attestation === !b.attestation
  );
}

function added(
  id: string,
  given: GivenCheck,
  known: readonly string[],
): CheckDefinition {
  const { dimension, question, fix } = given;
  if (!dimension && !question) {
    throw invalid(
      id,
      '',
      `is not a known check; did you mean ${nearest(
        id,
        known,
      )}? A check of your own needs dimension and question`,
    );
  }
  if (!checkIdSchema.safeParse(id).success) {
    throw invalid(
      id,
      '',
      'must be lower-case letters and digits, joined by single dots and dashes',
    );
  }
  if (!dimension) {
    throw invalid(id, 'dimension', `must be one of ${dimensions.join(', ')}`);
  }
  if (!question) {
    throw invalid(id, 'question', 'must be a text');
  }
  if (!fix?.text) {
    throw invalid(id, 'fix.text', 'must say how to fix it');
  }
  if (given.options) {
    throw invalid(id, 'options', 'is not for checks of your own; leave it out');
  }
  const report = given.report ?? false;
  const ways = {
    ...(given.predicate && {
      source: 'predicate',
      predicate: given.predicate,
    }),
    attestation: given.attestation || undefined,
    report,
  };
  return {
    id,
    dimension,
    question,
    answer: answerOf(ways),
    weight: given.weight ?? 1,
    required: given.required ?? [],
    appliesTo: given.appliesTo ?? { kind: 'Pilot' },
    ...ways,
    staleAfterDays: given.staleAfterDays ?? (report ? 30 : 7),
    fix: { text: fix.text, link: fix.link },
  };
}

type Ways = Pick<CheckDefinition, 'source' | 'attestation' | 'report'>;

function requireAnswerable(check: CheckDefinition): void {
  if (!check.source && !check.attestation && !check.report) {
    throw invalid(
      check.id,
      '',
      'can be answered by nobody; give it a predicate, attestation or report',
    );
  }
}

function answerOf(check: Ways): string {
  const ways = [
    ...(check.source === 'predicate' ? ['the catalog tells it'] : []),
    ...(check.source && check.source !== 'predicate'
      ? ['the portal finds it out']
      : []),
    ...(check.report ? ['a service reports it'] : []),
    ...(check.attestation ? ['the owner attests it'] : []),
  ];
  const text = ways.join(', or ') || 'nobody answers it';
  return `${text[0].toLocaleUpperCase('en-US')}${text.slice(1)}.`;
}

function requireOptions(
  check: CheckDefinition,
  options: GivenCheck['options'] = {},
): void {
  const known = Object.keys(check.options ?? {});
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw invalid(
        check.id,
        `options.${name}`,
        known.length > 0
          ? `is not a known option; there are ${known.join(', ')}`
          : 'is not a known option; this check has none',
      );
    }
  }
}

function invalid(id: string, field: string, problem: string): InputError {
  const path = [key, id, field].filter(Boolean).join('.');
  return new InputError(`Invalid configuration: ${path}: ${problem}`);
}
