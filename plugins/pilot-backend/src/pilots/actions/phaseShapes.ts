import {
  dimensions,
  phases,
  phaseTransitions,
  recommendations,
  verdicts,
} from '@pilot-to-platform/plugin-pilot-common';
import type { ActionZod } from '../../kernel/actions/shapes';

export const pilotInput = (z: ActionZod) =>
  z
    .string()
    .describe(
      'Entity ref of a Pilot as pilot:namespace/name, such as pilot:default/delta-sharing',
    );

const can = (z: ActionZod) =>
  z
    .record(z.union([z.literal(true), z.string()]))
    .describe(
      'What the person can do: true, or a code of the reason why not, such as notOwner, gateClosed, noApprovers',
    );

export const recommendationShape = (z: ActionZod) =>
  z
    .object({
      code: z.enum(recommendations),
      reasons: z.array(
        z.object({
          code: z.string(),
          value: z.number().optional(),
          needed: z.number().optional(),
        }),
      ),
    })
    .describe('Advice with its reasons; it enables nothing');

export const readinessSummaryShape = (z: ActionZod) =>
  z
    .object({
      score: z.number().nullable().describe('0 to 1'),
      weakest: z.enum(dimensions).nullable(),
      weakestScore: z.number().nullable(),
      applicable: z.number().describe('Checks that apply'),
      unknown: z.number().describe('Of them, those that nobody answered'),
      expiring: z.number().describe('Answers that lapse within 14 days'),
    })
    .nullable()
    .describe('Null where the person may not read readiness');

const gateShape = (z: ActionZod) =>
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

export const snapshotShape = (z: ActionZod) =>
  z
    .object({
      asOf: z.string(),
      score: z.number().describe('0 to 100'),
      level: z.string(),
      teams: z.number(),
      interests: z.number(),
      useCases: z.number(),
      adopters: z.number(),
      policy: z.string(),
      gate: gateShape(z),
      needs: z
        .object({
          numbers: z.record(z.number()).nullable(),
          checks: z.array(z.string()),
        })
        .nullish()
        .describe('What the gate asked for'),
      readiness: z.number().nullable().describe('0 to 1'),
      weakest: z.enum(dimensions).nullable(),
      checks: z.array(
        z.object({
          id: z.string(),
          question: z.string(),
          verdict: z.enum(verdicts),
        }),
      ),
    })
    .describe('As it was on that day');

export const pilotShape = (z: ActionZod) => ({
  target: z.string(),
  title: z.string().nullable(),
  owner: z.string().nullable(),
  phase: z.enum(phases),
  phaseSince: z.string().nullable(),
  phaseFrom: z.enum(['derived', 'declared', 'decided']),
  phaseReason: z.string().nullable(),
  demand: z.object({
    score: z.number().describe('0 to 100'),
    level: z.string(),
    trend: z.string(),
    counts: z.record(z.number()),
  }),
  readiness: readinessSummaryShape(z),
  gate: gateShape(z),
  proposal: z
    .object({
      id: z.string(),
      to: z.enum(phaseTransitions),
      reason: z.string(),
      bypass: z.boolean(),
      by: z.string(),
      at: z.string(),
      version: z.number().describe('What a decision is made on'),
      changed: z
        .array(
          z.object({
            code: z.string(),
            was: z.number().nullable(),
            is: z.number().nullable(),
          }),
        )
        .describe('What is not any more as it was then'),
      can: can(z),
    })
    .nullable()
    .describe('The proposal that waits for its decision'),
  recommendation: recommendationShape(z),
  handOff: z.string().nullable(),
  platformScale: z.boolean(),
  approvers: z.array(z.string()).describe('Groups whose members decide'),
  version: z.number().describe('Grows with each proposal and decision'),
  can: can(z),
});

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
        can: can(z),
      }),
    )
    .describe('Those to work on first, first; what does not apply last'),
  gate: gateShape(z),
});
