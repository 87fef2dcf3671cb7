import { z } from 'zod';
import { proposalSchema, recommendationSchema } from './decision';
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
  target: z.string(),
  title: z.string().nullable(),
  owner: z.string().nullable(),
  asOf: z.string(),
  phase: openEnum(phases),
  phaseSince: z.string().nullable(),
  /** Whether the phase follows from demand, was declared, or was decided. */
  phaseFrom: openEnum(['derived', 'declared', 'decided']),
  /** Why the last decision was made, where the phase was decided. */
  phaseReason: z.string().nullable(),
  demand: z.object({
    score: z.number(),
    level: openEnum(demandLevels),
    trend: openEnum(demandTrends),
    counts: demandCountsSchema,
  }),
  /** Null for who may not read readiness. */
  readiness: readinessSummarySchema.nullable(),
  /** What is left before the next phase; null in the last one and in an ended one. */
  gate: gateSchema.nullable(),
  /** The proposal that waits for its decision. */
  proposal: proposalSchema.nullable(),
  recommendation: recommendationSchema,
  /** The Group that takes over, as the Pilot states. */
  handOff: z.string().nullable(),
  /** The Pilot declares to be of platform scale from day one. */
  platformScale: z.boolean(),
  approvers: z.array(z.string()),
  /** Grows with each proposal and decision. */
  version: z.number().int(),
  /** Names the target in the messages of `changesChannel`. */
  watch: z.string(),
  /**
   * By transition (`build-out`, `platform`, `point-solution`, `retired`,
   * `reopen`) and `bypass`: whether the caller can propose it.
   */
  can: canSchema,
});
/** What {@link pilotSchema} describes. @public */
export type Pilot = z.infer<typeof pilotSchema>;

/**
 * A Pilot in a list: its demand, and what is read beside it.
 * @public
 */
export const pilotListItemSchema = demandListItemSchema.extend({
  /** Null for who may not read readiness, and in lists of a past date. */
  readiness: readinessSummarySchema.nullable(),
  gate: z
    .object({
      to: openEnum(['build-out', 'platform']),
      open: z.boolean(),
      /** How many things are left. */
      left: z.number().int(),
    })
    .nullable(),
  /** Null in lists of a past date. */
  recommendation: recommendationSchema.nullable(),
  /** The proposal that waits for its decision. */
  proposal: z
    .object({
      id: z.string(),
      to: openEnum(phaseTransitions),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
});
/** What {@link pilotListItemSchema} describes. @public */
export type PilotListItem = z.infer<typeof pilotListItemSchema>;

/**
 * The answer of `GET /pilots`.
 * @public
 */
export const pilotPageSchema = demandPageSchema.extend({
  items: z.array(pilotListItemSchema),
});
/** What {@link pilotPageSchema} describes. @public */
export type PilotPage = z.infer<typeof pilotPageSchema>;

/** What a list of Pilots can be sorted by, beside what demand can. @public */
export type PilotOrder = DemandOrder | 'readiness' | 'phase';
/** A {@link PilotOrder}, from high to low with a leading `-`. @public */
export type PilotOrderBy = PilotOrder | `-${PilotOrder}`;

const pilotOrders = [
  ...demandOrders,
  'readiness',
  'phase',
] as const satisfies readonly PilotOrder[];

/**
 * Which Pilots to list: as with demand, and by what comes next.
 * @public
 */
export const listPilotsQuerySchema = listDemandQuerySchema
  .omit({ kind: true, orderBy: true })
  .extend({
    recommended: anyOf(z.enum(recommendations))
      .optional()
      .meta({
        description: 'Only Pilots for which this is recommended',
        example: ['invest', 'launch'],
      }),
    proposed: z.boolean().optional().meta({
      description:
        'Only with a proposal that waits for its decision; false: only without',
      example: true,
    }),
    expiring: z.boolean().optional().meta({
      description:
        'Only with attestations or waivers that lapse within 14 days; false: only without',
      example: true,
    }),
    orderBy: orderParameter(pilotOrders, '-score').meta({
      ...orderByMeaning,
      example: '-readiness',
    }),
  });
/** What {@link listPilotsQuerySchema} describes, as it is sent. @public */
export interface ListPilotsQuery
  extends z.input<typeof listPilotsQuerySchema> {}
