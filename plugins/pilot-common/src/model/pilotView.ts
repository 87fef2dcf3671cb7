import { z } from 'zod';
import { proposalSchema } from './proposal';
import { recommendationSchema } from './recommendation';
import { demandCountsSchema, demandTrends } from './demand';
import {
  demandListItemSchema,
  demandOrders,
  demandPageSchema,
  listDemandQuerySchema,
  orderByMeaning,
  type DemandOrder,
} from './demandList';
import { gateSchema } from './gate';
import { canSchema } from './interest';
import { openEnum } from './openEnum';
import { anyOf, orderParameter } from './parameters';
import { readinessSummarySchema } from './readiness';
import {
  demandLevels,
  phases,
  phaseTransitions,
  recommendations,
} from './vocabulary';

/**
 * The answer of `GET /pilots/{namespace}/{name}`: where a Pilot stands, and what
 * comes next.
 * @public
 */
export const pilotSchema = z.object({
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  title: z
    .string()
    .nullable()
    .meta({ description: 'As the catalog shows it; null where it has none' }),
  owner: z.string().nullable().meta({
    description: 'Ref of a Group or User; null where the catalog has none',
  }),
  asOf: z.string().meta({
    description: 'The instant that the scores are exact for; ISO 8601 in UTC',
  }),
  phase: openEnum(phases).meta({ description: 'Phase of the Pilot' }),
  phaseSince: z.string().nullable().meta({
    description: 'Since when the Pilot is in its phase; ISO 8601 in UTC',
  }),
  /** Origin of the phase: derived from demand, declared, or decided. */
  phaseFrom: openEnum(['derived', 'declared', 'decided']).meta({
    description:
      'Origin of the phase: derived from demand, declared, or decided',
  }),
  /** Reason for the last decision, where the phase was decided. */
  phaseReason: z
    .string()
    .nullable()
    .meta({ description: 'Why it was decided; null where it was not' }),
  demand: z
    .object({
      score: z.number().meta({
        description: 'The demand; never 100 itself',
        minimum: 0,
        maximum: 100,
      }),
      level: openEnum(demandLevels).meta({
        description: 'The score in a word',
      }),
      trend: openEnum(demandTrends).meta({
        description: 'Against 28 days earlier, within two points',
      }),
      counts: demandCountsSchema.meta({
        description: 'Counts behind the score',
      }),
    })
    .meta({ description: 'Demand in short' }),
  /** Null for who may not read readiness. */
  readiness: readinessSummarySchema
    .nullable()
    .meta({ description: 'In short; null for who may not read readiness' }),
  /** Gate to the next phase; null in the last one and in an ended one. */
  gate: gateSchema.nullable().meta({
    description: 'Gate to the next phase; null without one',
  }),
  /** The proposal that waits for its decision. */
  proposal: proposalSchema.nullable().meta({
    description: 'Open proposal; null without one',
  }),
  recommendation: recommendationSchema,
  /** The Group that takes over, as the Pilot states. */
  handOff: z.string().nullable().meta({
    description: 'Group that takes over, as the Pilot states; null without one',
  }),
  /** The Pilot declares to be of platform scale from day one. */
  platformScale: z.boolean().meta({
    description: 'The Pilot declares to be of platform scale from day one',
  }),
  approvers: z
    .array(z.string())
    .meta({ description: 'Groups whose members decide' }),
  /** Grows with each proposal and decision. */
  version: z
    .number()
    .int()
    .meta({ description: 'Grows with each proposal and decision', minimum: 0 }),
  /** Names the target in the messages of `changesChannel`. */
  watch: z.string().meta({
    description: 'Name of the target in signals of changed demand',
  }),
  /**
   * By transition (`build-out`, `platform`, `point-solution`, `retired`,
   * `reopen`) and `bypass`: whether the caller can propose it.
   */
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason against it',
  }),
});
/**
 * Pilot with its phase and what comes next; see {@link pilotSchema}.
 * @public
 */
export type Pilot = z.infer<typeof pilotSchema>;

/**
 * A Pilot in a list: its demand, and what is read beside it.
 * @public
 */
export const pilotListItemSchema = demandListItemSchema.extend({
  /** Null for who may not read readiness, and in lists of a past date. */
  readiness: readinessSummarySchema.nullable().meta({
    description: 'In short; null for who may not read it, and at a past date',
  }),
  gate: z
    .object({
      to: openEnum(['build-out', 'platform']).meta({
        description: 'The next phase',
      }),
      open: z.boolean().meta({ description: 'Nothing is left before it' }),
      /** Number of things left. */
      left: z
        .number()
        .int()
        .meta({ description: 'Number of conditions left', minimum: 0 }),
    })
    .nullable()
    .meta({
      description: 'Gate to the next phase; null without one',
    }),
  /** Null in lists of a past date. */
  recommendation: recommendationSchema
    .nullable()
    .meta({ description: 'Recommendation with its reasons' }),
  /** The proposal that waits for its decision. */
  proposal: z
    .object({
      id: z.string().meta({ description: 'Id of the proposal' }),
      to: openEnum(phaseTransitions).meta({
        description: 'The phase that is proposed',
      }),
      by: z.string().meta({ description: 'User ref of the proposer' }),
      at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
    })
    .nullable()
    .meta({
      description: 'Open proposal; null without one',
    }),
});
/** Pilot in a list; see {@link pilotListItemSchema}. @public */
export type PilotListItem = z.infer<typeof pilotListItemSchema>;

/**
 * The answer of `GET /pilots`.
 * @public
 */
export const pilotPageSchema = demandPageSchema.extend({
  items: z.array(pilotListItemSchema).meta({ description: 'The rows' }),
});
/** Page of Pilots; see {@link pilotPageSchema}. @public */
export type PilotPage = z.infer<typeof pilotPageSchema>;

/** Order of a list of Pilots: one of demand's, or one of its own. @public */
export type PilotOrder = DemandOrder | 'readiness' | 'phase';
/** A {@link PilotOrder}, from high to low with a leading `-`. @public */
export type PilotOrderBy = PilotOrder | `-${PilotOrder}`;

const pilotOrders = [
  ...demandOrders,
  'readiness',
  'phase',
] as const satisfies readonly PilotOrder[];

/**
 * Conditions on the Pilots to list: as with demand, and by what comes next.
 * @public
 */
export const listPilotsQuerySchema = listDemandQuerySchema
  .omit({ kind: true, orderBy: true })
  .extend({
    /** Pilots for which any of these is recommended. */
    recommended: anyOf(z.enum(recommendations))
      .optional()
      .meta({
        description: 'Only Pilots for which this is recommended',
        example: ['invest', 'launch'],
      }),
    /** With a proposal that waits for its decision, or without. */
    proposed: z.boolean().optional().meta({
      description: 'Only with an open proposal; false: only without',
      example: true,
    }),
    /** With answers that lapse within 14 days, or without. */
    expiring: z.boolean().optional().meta({
      description:
        'Only with attestations or waivers that lapse within 14 days; false: only without',
      example: true,
    }),
    /** With a leading `-` from high to low; `-score` if absent. */
    orderBy: orderParameter(pilotOrders, '-score').meta({
      ...orderByMeaning,
      example: '-readiness',
    }),
  });
/**
 * Conditions as a client sends them; see {@link listPilotsQuerySchema}.
 * @public
 */
export interface ListPilotsQuery
  extends z.input<typeof listPilotsQuerySchema> {}
