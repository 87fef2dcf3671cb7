import {
  demandLevels,
  demandPartKeys,
  demandTrends,
  phases,
} from '@pilot-to-platform/plugin-pilot-common';
import type { z as Zod } from 'zod/v3';

/** The registry hands in the zod that it understands. */
export type ActionZod = typeof Zod;

/** Language models send numbers and truth values as texts. */
export const truth = (z: ActionZod) =>
  z.union([
    z.boolean(),
    z.enum(['true', 'false']).transform(text => text === 'true'),
  ]);

export const targetInput = (z: ActionZod) =>
  z
    .string()
    .describe(
      'Entity ref of the target as kind:namespace/name, such as pilot:default/delta-sharing',
    );

const counts = (z: ActionZod) =>
  z.object({
    interests: z.number().describe('Interests that weigh in the score'),
    teams: z.number().describe('Teams that they come from'),
    useCases: z.number().describe('Of them, those that describe a use case'),
    adopters: z.number().describe('Teams that are served already'),
    internal: z.number().describe('Asks of the owner itself, without weight'),
  });

/** A demand without the list of teams. */
export const demandShape = (z: ActionZod) => ({
  target: z.string(),
  asOf: z.string().describe('The instant that the score is exact for'),
  score: z.number().describe('0 to 100'),
  level: z.enum(demandLevels),
  trend: z.enum(demandTrends).describe('Against 28 days earlier'),
  counts: counts(z),
});

export const teamShape = (z: ActionZod) =>
  z.object({
    team: z.string(),
    share: z.number().describe('Its part of the score, 0 to 1'),
    interests: z.number(),
    adopter: z.boolean(),
  });

export const partShape = (z: ActionZod) =>
  z.object({
    key: z.enum(demandPartKeys),
    raw: z.number().describe('The sum N, T or M'),
    value: z.number().describe('The sum, saturated to 0..1'),
    weight: z.number().describe('Exponent of the geometric mean'),
    contribution: z.number().describe('value to the power of weight'),
  });

export const raiseShape = (z: ActionZod) =>
  z.object({
    code: z.enum(['newTeam', 'details', 'confirm']),
    gain: z.number().describe('Points of the score'),
    team: z.string().optional(),
  });

/** A target in a list. */
export const cardShape = (z: ActionZod) => ({
  target: z.string(),
  title: z.string().nullable(),
  kind: z.string(),
  owner: z.string().nullable(),
  phase: z.enum(phases).nullable().describe('Of Pilots only'),
});

/** Rights of whoever asked. */
export const canShape = (z: ActionZod) =>
  z
    .record(z.union([z.literal(true), z.string()]))
    .describe(
      'What the person can do: true, or a code of the reason why not, such as notOwner, gateClosed, noApprovers',
    );
