import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  createZodV4FilterPredicateSchema,
  FilterPredicate,
} from '@backstage/filter-predicates';
import {
  CheckDefinition,
  checkIdSchema,
  defaultChecks,
  dimensions,
  phases,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { nearest } from './nearest';
import { parseConfig } from './parseConfig';

const predicate =
  createZodV4FilterPredicateSchema() as unknown as z.ZodType<FilterPredicate>;

const givenCheckSchema = z.strictObject({
  enabled: z.boolean().optional(),
  dimension: z.enum(dimensions).optional(),
  question: z.string().min(1).optional(),
  weight: z.number().positive().optional(),
  required: z.array(z.enum(phases)).optional(),
  appliesTo: predicate.optional(),
  /** Of an added check: what it holds for passes. */
  predicate: predicate.optional(),
  /** Days that an attestation holds at most; false: it cannot be attested. */
  attestation: z
    .union([
      z.literal(false),
      z.strictObject({ maxDays: z.number().int().positive() }),
    ])
    .optional(),
  report: z.boolean().optional(),
  staleAfterDays: z.number().positive().optional(),
  fix: z
    .strictObject({
      text: z.string().min(1).optional(),
      link: z.string().min(1).optional(),
    })
    .optional(),
  options: z.record(z.string(), z.number()).optional(),
});
type GivenCheck = z.infer<typeof givenCheckSchema>;

const key = 'pilot.readiness.checks';

/**
 * The checks in force: the default ones and those of other modules, as the
 * operator changed them, and the operator's own.
 *
 * @param known - the default checks, and those that modules added
 * @throws InputError that names each bad key and what it must be
 */
export function readChecks(
  root: Config,
  known: readonly CheckDefinition[] = defaultChecks,
): CheckDefinition[] {
  const given = parseConfig(
    root.getOptional(key),
    key,
    z.record(z.string(), givenCheckSchema),
  );
  const ids = known.map(({ id }) => id);
  return [
    ...known
      .filter(({ id }) => given[id]?.enabled !== false)
      .map(check => changed(check, given[check.id])),
    ...Object.entries(given)
      .filter(([id, { enabled }]) => !ids.includes(id) && enabled !== false)
      .map(([id, check]) => added(id, check, ids)),
  ];
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
  return {
    ...check,
    ...rest,
    ...(rest.predicate && { source: 'predicate' }),
    attestation:
      attestation === false ? undefined : attestation ?? check.attestation,
    fix: { ...check.fix, ...fix },
    ...(check.options && { options: { ...check.options, ...options } }),
  };
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
  const attestation = given.attestation || undefined;
  const report = given.report ?? false;
  if (!given.predicate && !attestation && !report) {
    throw invalid(
      id,
      '',
      'can be answered by nobody; give it a predicate, attestation or report',
    );
  }
  return {
    id,
    dimension,
    question,
    answer: answerOf({ ...given, attestation, report }),
    weight: given.weight ?? 1,
    required: given.required ?? [],
    appliesTo: given.appliesTo ?? { kind: 'Pilot' },
    ...(given.predicate && {
      source: 'predicate',
      predicate: given.predicate,
    }),
    attestation,
    report,
    staleAfterDays: given.staleAfterDays ?? (report ? 30 : 7),
    fix: { text: fix.text, link: fix.link },
  };
}

function answerOf(check: {
  readonly predicate?: FilterPredicate;
  readonly attestation?: object;
  readonly report: boolean;
}): string {
  const ways = [
    ...(check.predicate ? ['the catalog tells it'] : []),
    ...(check.report ? ['a service reports it'] : []),
    ...(check.attestation ? ['the owner attests it'] : []),
  ];
  const text = ways.join(', or ');
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
