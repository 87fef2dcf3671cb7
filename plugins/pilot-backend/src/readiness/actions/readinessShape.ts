import { dimensions, verdicts } from '@pilot-to-platform/plugin-pilot-common';
import { ActionZod, canShape } from '../../kernel/actions/shapes';

/** Shape of the gate before the next phase. */
export const gateShape = (z: ActionZod) =>
  z
    .object({
      to: z.enum(['build-out', 'platform']),
      open: z.boolean(),
      left: z
        .array(
          z.object({
            code: z.enum(['check', 'teams', 'authors', 'useCases', 'score']),
            check: z.string().optional(),
            value: z.number().optional(),
            needed: z.number().optional(),
          }),
        )
        .describe('Everything that is left before it opens'),
    })
    .nullable()
    .describe('What stands before the next phase; null where nothing does');

export const readinessShape = (z: ActionZod) => ({
  target: z.string(),
  asOf: z.string(),
  owner: z.string().nullable(),
  score: z.number().nullable().describe('0 to 1'),
  weakest: z.enum(dimensions).nullable(),
  dimensions: z.array(
    z.object({
      dimension: z.enum(dimensions),
      score: z.number().nullable(),
      applicable: z.number(),
      passed: z.number(),
      waived: z.number(),
      failed: z.number(),
      unknown: z.number(),
    }),
  ),
  checks: z
    .array(
      z.object({
        id: z.string(),
        dimension: z.enum(dimensions),
        question: z.string(),
        verdict: z.enum(verdicts),
        required: z.array(z.string()).describe('Phases that need it'),
        source: z.string().nullable(),
        answer: z.string().describe('How it is answered'),
        evidence: z.string().nullable(),
        note: z.string().nullable(),
        at: z.string().nullable(),
        expiresAt: z.string().nullable(),
        attestation: z
          .string()
          .nullable()
          .describe('Id of the one that stands, to take it back by'),
        waiver: z
          .string()
          .nullable()
          .describe('Id of the one that stands, to take it back by'),
        fix: z.object({
          text: z.string(),
          link: z.string().nullable(),
          by: z.string().nullable().describe('Who can fix it'),
        }),
        can: canShape(z),
      }),
    )
    .describe('Those to work on first, first; what does not apply last'),
  gate: gateShape(z),
});
