import {
  dimensions,
  phases,
  phaseTransitions,
  recommendations,
  verdicts,
} from '@pilot-to-platform/plugin-pilot-common';
import { ActionZod, canShape } from '../../kernel/actions/shapes';
import { gateShape } from '../../readiness/actions/readinessShape';

export const pilotInput = (z: ActionZod) =>
  z
    .string()
    .describe(
      'Entity ref of a Pilot as pilot:namespace/name, such as pilot:default/delta-sharing',
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
      can: canShape(z),
    })
    .nullable()
    .describe('The proposal that waits for its decision'),
  recommendation: recommendationShape(z),
  handOff: z.string().nullable(),
  platformScale: z.boolean(),
  approvers: z.array(z.string()).describe('Groups whose members decide'),
  version: z.number().describe('Grows with each proposal and decision'),
  can: canShape(z),
});
