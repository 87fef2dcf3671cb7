import { z } from 'zod';
import { demandSchema } from './demand';
import { entityRefSchema } from './fields';
import { openEnum } from './openEnum';
import { phases, type DemandLevel, type Phase } from './vocabulary';

/**
 * What a list of demand can be sorted by; with a leading `-` from high to low.
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

/**
 * A demand in a list: what explains it in full is in the answer for one target.
 * @public
 */
export const demandListItemSchema = demandSchema
  .omit({ teams: true, raise: true })
  .extend({
    kind: z.string(),
    /** As the catalog shows it; absent where the catalog has none. */
    title: z.string().nullable(),
    type: z.string().nullable(),
    owner: z.string().nullable(),
    system: z.string().nullable(),
    /** The group above the owner. */
    division: z.string().nullable(),
    /** Of Pilots only. */
    phase: openEnum(phases).nullable(),
    /** Since when the Pilot is in its phase. */
    phaseSince: z.string().nullable(),
    /** When the newest counted interest was recorded. */
    newestAt: z.string().nullable(),
    /** Points of score gained since the end of the UTC day 30 days ago; below 0 where it fell. */
    growth: z.number(),
    /** On request: the scores of 13 weeks, oldest first, the last one now. */
    weeks: z.array(z.number()).optional(),
  });
/** What {@link demandListItemSchema} describes. @public */
export type DemandListItem = z.infer<typeof demandListItemSchema>;

/**
 * The answer of `GET /demand`.
 * @public
 */
export const demandPageSchema = z.object({
  items: z.array(demandListItemSchema),
  /** Absent at the end of the list. */
  nextCursor: z.string().optional(),
  /** On request, and where it is known at little cost. */
  total: z.number().int().optional(),
  /** The instant that the scores are exact for. */
  asOf: z.string(),
  /**
   * Since when at the earliest the stored scores, by which a list of now is
   * filtered and ordered, stand. Absent in a list of a past date, which is exact.
   */
  rankedAt: z.string().optional(),
  /** On the last page: how many targets of the list changed since the first. */
  changed: z.number().int().optional(),
});
/** What {@link demandPageSchema} describes. @public */
export type DemandPage = z.infer<typeof demandPageSchema>;

/**
 * Which demand to list. All given conditions must hold; of several values of
 * one condition, any.
 * @public
 */
export interface ListDemandQuery {
  kind?: readonly string[];
  namespace?: readonly string[];
  type?: readonly string[];
  /** Owner refs. */
  owner?: readonly string[];
  system?: readonly string[];
  division?: readonly string[];
  phase?: readonly Phase[];
  level?: readonly DemandLevel[];
  /** Targets that this team has counted interest in. */
  team?: string;
  /** 0 to 100 */
  minScore?: number;
  /** Part of a title or name. */
  q?: string;
  orderBy?: DemandOrderBy;
  /** A date or an instant in the past. */
  asOf?: string;
  /** Also the scores of 13 weeks. */
  weeks?: boolean;
  /** Also how many there are. */
  total?: boolean;
  /** The `nextCursor` of the page before. */
  cursor?: string;
  limit?: number;
}

/**
 * The body of `POST /demand/by-refs`.
 * @public
 */
export const demandByRefsSchema = z.strictObject({
  targets: z
    .array(entityRefSchema())
    .min(1)
    .max(500, 'must have at most 500 refs; ask in several requests'),
  weeks: z.boolean().optional(),
  asOf: z.string().optional(),
});
/** What {@link demandByRefsSchema} describes, as it is sent. @public */
export type DemandByRefs = z.input<typeof demandByRefsSchema>;

/**
 * The answer of `POST /demand/by-refs`, in the order of the refs; `null` for
 * what does not exist or cannot be seen.
 * @public
 */
export const demandByRefsResultSchema = z.object({
  items: z.array(demandListItemSchema.nullable()),
});
/** What {@link demandByRefsResultSchema} describes. @public */
export type DemandByRefsResult = z.infer<typeof demandByRefsResultSchema>;
