import { z } from 'zod';
import { demandSchema } from './demand';
import { entityRefSchema } from './fields';
import { openEnum } from './openEnum';
import {
  anyOf,
  caselessParameter,
  orderParameter,
  ownerParameter,
  pagingShape,
  refParameter,
  timeParameter,
  wordParameter,
} from './parameters';
import { demandLevels, phases } from './vocabulary';

/**
 * Orders of a list of demand; with a leading `-` from high to low.
 * @public
 */
export const demandOrders = [
  'score',
  'teams',
  'asks',
  'newestAsk',
  'growth',
  'name',
] as const;
/** One of {@link demandOrders}. @public */
export type DemandOrder = (typeof demandOrders)[number];
/** A {@link DemandOrder}, from high to low with a leading `-`. @public */
export type DemandOrderBy = DemandOrder | `-${DemandOrder}`;

/** Description of the order of a list, for all lists with one. */
export const orderByMeaning = {
  description: 'Order; a leading - sorts from high to low',
  example: '-score',
};

const pastInstant =
  'A past date such as 2026-05-01, which means the end of that day in UTC, and today now, or an instant such as 2026-05-01T09:00:00Z; now if left out. A clock may be five minutes ahead';

/**
 * A demand in a list: what explains it in full is in the answer for one target.
 * @public
 */
export const demandListItemSchema = demandSchema
  .omit({ teams: true, raise: true })
  .extend({
    kind: z.string().meta({ description: 'Kind of the target' }),
    /** As the catalog shows it; absent where the catalog has none. */
    title: z
      .string()
      .nullable()
      .meta({ description: 'As the catalog shows it; null where it has none' }),
    type: z.string().nullable().meta({
      description: 'spec.type of the entity; null where there is none',
    }),
    owner: z.string().nullable().meta({
      description: 'Ref of a Group or User; null where the catalog has none',
    }),
    system: z
      .string()
      .nullable()
      .meta({ description: 'Ref of a System; null where there is none' }),
    /** The group above the owner. */
    division: z.string().nullable().meta({
      description: 'Ref of the Group above the owner; null where there is none',
    }),
    /** Of Pilots only. */
    phase: openEnum(phases)
      .nullable()
      .meta({ description: 'Phase of a Pilot; null for other kinds' }),
    /** Since when the Pilot is in its phase. */
    phaseSince: z.string().nullable().meta({
      description: 'Since when the Pilot is in its phase; ISO 8601 in UTC',
    }),
    /** Time when the newest counted interest was recorded. */
    newestAt: z.string().nullable().meta({
      description:
        'When the newest counted interest was recorded; ISO 8601 in UTC',
    }),
    /** Points of score gained since the end of the UTC day 30 days ago; below 0 where it fell. */
    growth: z.number().meta({
      description: 'Points of score gained over 30 days; below 0 where it fell',
    }),
    /** On request: the scores of 13 weeks, oldest first, the last one now. */
    weeks: z.array(z.number()).optional().meta({
      description: 'The scores of 13 weeks, oldest first, the last one now',
    }),
  });
/** Demand in a list; see {@link demandListItemSchema}. @public */
export type DemandListItem = z.infer<typeof demandListItemSchema>;

/**
 * The answer of `GET /demand`.
 * @public
 */
export const demandPageSchema = z.object({
  items: z.array(demandListItemSchema).meta({ description: 'The rows' }),
  /** Absent at the end of the list. */
  nextCursor: z
    .string()
    .optional()
    .meta({ description: 'For the next page; only its absence ends the list' }),
  /** On request, and where it is known at little cost. */
  total: z.number().int().optional().meta({
    description: 'Number on all pages, on request',
    minimum: 0,
  }),
  /** The instant that the scores are exact for. */
  asOf: z.string().meta({
    description: 'The instant that the scores are exact for; ISO 8601 in UTC',
  }),
  /**
   * Since when at the earliest the stored scores, by which a list of now is
   * filtered and ordered, stand. Absent in a list of a past date, which is exact.
   */
  rankedAt: z.string().optional().meta({
    description:
      'Time of the oldest stored score in the order; ISO 8601 in UTC',
  }),
  /** On the last page: how many targets of the list changed since the first. */
  changed: z.number().int().optional().meta({
    description: 'Targets of the list that changed since its first page',
    minimum: 0,
  }),
});
/** Page of demand; see {@link demandPageSchema}. @public */
export type DemandPage = z.infer<typeof demandPageSchema>;

/**
 * Conditions on the demand to list. All given conditions must hold; of several
 * values of one condition, any.
 * @public
 */
export const listDemandQuerySchema = z.object({
  /** Kinds of entities, in any case. */
  kind: anyOf(caselessParameter())
    .optional()
    .meta({
      description: 'Only of this kind, in any case',
      example: ['Pilot'],
    }),
  namespace: anyOf(caselessParameter())
    .optional()
    .meta({ description: 'Only in this namespace', example: ['default'] }),
  /** Any of these `spec.type`. */
  type: anyOf(wordParameter())
    .optional()
    .meta({ description: 'Only of this spec.type', example: ['capability'] }),
  /** Refs of Groups and Users. */
  owner: anyOf(ownerParameter())
    .optional()
    .meta({
      description: 'Only owned by this Group or User',
      example: ['group:default/partner-tech'],
    }),
  /** Refs of Systems. */
  system: anyOf(refParameter({ kind: 'system' }))
    .optional()
    .meta({
      description: 'Only in this System',
      example: ['system:default/partners'],
    }),
  /** Refs of the Groups above the owners. */
  division: anyOf(refParameter({ kind: 'group' }))
    .optional()
    .meta({
      description: 'Only where this Group is above the owner',
      example: ['group:default/commerce'],
    }),
  /** Pilots in any of these phases. */
  phase: anyOf(z.enum(phases))
    .optional()
    .meta({ description: 'Only Pilots in this phase', example: ['demand'] }),
  level: anyOf(z.enum(demandLevels))
    .optional()
    .meta({ description: 'Only at this level', example: ['strong', 'proven'] }),
  /** Targets that this team has counted interest in. */
  team: refParameter({ kind: 'group' }).optional().meta({
    description: 'Only targets in which this team has counted interest',
    example: 'group:default/payments',
  }),
  /** Least score, 0 to 100. */
  minScore: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .meta({ description: 'Only from this score, 0 to 100', example: 20 }),
  /** Part of a title or name, in any case. */
  q: wordParameter(200).optional().meta({
    description: 'Only with this text in the title or the ref, in any case',
    example: 'shar',
  }),
  /** With a leading `-` from high to low; `-score` if absent. */
  orderBy: orderParameter(demandOrders, '-score').meta(orderByMeaning),
  /** A date or an instant in the past; now if absent. */
  asOf: timeParameter().optional().meta({ description: pastInstant }),
  /** Also the scores of 13 weeks. */
  weeks: z
    .boolean()
    .optional()
    .meta({ description: 'Also the scores of 13 weeks', example: true }),
  /** Also how many there are on all pages. */
  total: z
    .boolean()
    .optional()
    .meta({ description: 'Also the number on all pages', example: true }),
  ...pagingShape,
});
/**
 * Conditions as a client sends them; see {@link listDemandQuerySchema}.
 * @public
 */
export interface ListDemandQuery
  extends z.input<typeof listDemandQuerySchema> {}

/**
 * Instant for which to return the demand for one entity.
 * @public
 */
export const demandQuerySchema = listDemandQuerySchema.pick({ asOf: true });

/**
 * The span of a history.
 * @public
 */
export const demandHistoryQuerySchema = z.object({
  /** A date; a year before `to` if absent. */
  from: timeParameter()
    .optional()
    .meta({ description: 'The first day; a year before to if absent' }),
  /** A date; today if absent. */
  to: timeParameter()
    .optional()
    .meta({ description: 'The last day; today if absent' }),
  /** Days between two points, 1 to 366; 7 if absent. */
  step: z
    .int()
    .min(1)
    .max(366)
    .default(7)
    .meta({ description: 'Days between two points, 1 to 366', example: 7 }),
});
/** Span as a client sends it; see {@link demandHistoryQuerySchema}. @public */
export interface DemandHistoryQuery
  extends z.input<typeof demandHistoryQuerySchema> {}

/**
 * The body of `POST /demand/by-refs`.
 * @public
 */
export const demandByRefsSchema = z.strictObject({
  targets: z
    .array(entityRefSchema())
    .min(1)
    .max(500, 'must have at most 500 refs; ask in several requests')
    .meta({ description: 'Entity refs, at most 500' }),
  weeks: z
    .boolean()
    .optional()
    .meta({ description: 'Also the scores of 13 weeks' }),
  asOf: z
    .string()
    .optional()
    .meta({ description: 'A date or an instant in the past; now if absent' }),
});
/** Refs as a client sends them; see {@link demandByRefsSchema}. @public */
export type DemandByRefs = z.input<typeof demandByRefsSchema>;

/**
 * The answer of `POST /demand/by-refs`, in the order of the refs; `null` for
 * what does not exist or cannot be seen.
 * @public
 */
export const demandByRefsResultSchema = z.object({
  items: z
    .array(demandListItemSchema.nullable())
    .meta({ description: 'The rows' }),
});
/** Demand by refs; see {@link demandByRefsResultSchema}. @public */
export type DemandByRefsResult = z.infer<typeof demandByRefsResultSchema>;
