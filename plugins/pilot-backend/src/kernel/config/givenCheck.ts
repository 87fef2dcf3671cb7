import {
  createZodV4FilterPredicateSchema,
  FilterPredicate,
} from '@backstage/filter-predicates';
import {
  CheckDefinition,
  checkIdSchema,
  dimensions,
  isBlank,
  turnedText,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';

const predicateSchema = createZodV4FilterPredicateSchema();

/** A text would be compared with the whole entity, and hold for none. */
const predicate = z.custom<FilterPredicate>(
  value =>
    typeof value === 'object' && predicateSchema.safeParse(value).success,
  'must be a filter predicate such as { kind: Component }; its operators are $all, $any, $not, $exists, $in, $contains and $hasPrefix',
);

/** The pages that a link to a fix can stand for. */
const pages = ['entity', 'edit', 'docs', 'create'];

const link = z
  .string()
  .refine(
    value => pages.includes(value) || /^(https?:\/\/|\/)\S+$/.test(value),
    `must be an http or https link, a path that begins with /, or one of ${pages.join(
      ', ',
    )}`,
  );

const attestation = z.strictObject({ maxDays: z.number().int().positive() });

/** A text that people read. */
const shown = z.string().superRefine((value, ctx) => {
  const wrong = isBlank(value)
    ? 'is empty; say it in words'
    : turnedText(value);
  if (wrong) ctx.addIssue(wrong);
});

/** A check as the operator changes or adds it. */
export const givenCheckSchema = z.strictObject({
  enabled: z.boolean().optional(),
  dimension: z.enum(dimensions).optional(),
  question: shown.optional(),
  weight: z.number().positive().optional(),
  required: z
    .array(
      z.enum(['build-out', 'platform'], {
        error: 'must be build-out or platform: only these have a gate',
      }),
    )
    .optional(),
  appliesTo: predicate.optional(),
  /** Of an added check: what it holds for passes. */
  predicate: predicate.optional(),
  /** Days that an attestation holds at most; false: it cannot be attested. */
  attestation: z.union([z.literal(false), attestation]).optional(),
  report: z.boolean().optional(),
  staleAfterDays: z.number().positive().optional(),
  fix: z
    .strictObject({
      text: shown.optional(),
      link: link.optional(),
    })
    .optional(),
  options: z.record(z.string(), z.number().positive()).optional(),
});
/** A check as {@link givenCheckSchema} describes it. */
export type GivenCheck = z.infer<typeof givenCheckSchema>;

/** A check as a module defines it: by the same rules, and with nothing left to guess. */
export const definedCheckSchema: z.ZodType<CheckDefinition> = givenCheckSchema
  .omit({ enabled: true })
  .required({
    dimension: true,
    question: true,
    weight: true,
    required: true,
    appliesTo: true,
    report: true,
    staleAfterDays: true,
  })
  .extend({
    id: checkIdSchema,
    answer: z.string().min(1),
    source: z.string().min(1).optional(),
    attestation: attestation.optional(),
    fix: z.strictObject({
      text: shown,
      link: link.optional(),
    }),
  })
  .refine(
    ({ source, predicate: given }) =>
      (source === 'predicate') === (given !== undefined),
    {
      path: ['predicate'],
      error:
        'goes with the source predicate: give a check both of them, or neither',
    },
  );
