import { z } from 'zod';
import { catalogCase } from './catalogCase';
import { entityRefSchema } from './fields';

/** A text of a query, which is never empty. */
export const wordParameter = (most = 600) => z.string().min(1).max(most);

/** An entity ref of a query, in the catalog's spelling once parsed. */
export const refParameter = (
  options: Parameters<typeof entityRefSchema>[0] = {},
) => wordParameter().pipe(entityRefSchema(options));

/** The owner of something: a Group or a User. */
export const ownerParameter = () =>
  refParameter({ example: 'group:default/partner-tech' });

/** A User ref, or `me`. */
export const personParameter = () =>
  wordParameter().transform((value, ctx) => {
    if (value === 'me') {
      return value;
    }
    const { data, error } = entityRefSchema({ kind: 'user' }).safeParse(value);
    error?.issues.forEach(({ message }) =>
      ctx.addIssue({ code: 'custom', message }),
    );
    return data ?? z.NEVER;
  });

/** A word that the catalog compares without its case. */
export const caselessParameter = () => wordParameter().transform(catalogCase);

/** Several values of one parameter, `a=1&a=2`: any of them. */
export function anyOf<Item extends z.ZodType>(item: Item) {
  const list = z.array(item).min(1).max(50);
  return list as z.ZodType<unknown> as z.ZodType<
    readonly z.output<Item>[],
    readonly z.input<Item>[]
  >;
}

/**
 * A date, or an instant. It is parsed where the present is known; how long it may
 * be is for the document to say.
 */
export const timeParameter = () =>
  z.string().meta({ minLength: 10, maxLength: 40, example: '2026-11-20' });

/** Declares the order of a list; with a leading `-` from high to low. */
export function orderParameter<Order extends string>(
  orders: readonly Order[],
  usual: NoInfer<Order | `-${Order}`>,
) {
  const both = orders.flatMap(order => [order, `-${order}` as const]);
  return z.enum(both as Array<Order | `-${Order}`>).default(usual as any);
}

/** The keyset paging of every list. */
export const pagingShape = {
  /** The `nextCursor` of the page before. */
  cursor: wordParameter(2000).optional().meta({
    description: 'The nextCursor of the page before',
    example: 'q83vEjRWeJA',
  }),
  /** Rows of a page, 1 to 200; 50 if absent. */
  limit: z
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: 'Rows of a page, 1 to 200', example: 50 }),
};

/**
 * A page of a list that nothing narrows.
 * @public
 */
export const pageQuerySchema = z.object(pagingShape);
/** Page as a client asks for it; see {@link pageQuerySchema}. @public */
export interface PageQuery extends z.input<typeof pageQuerySchema> {}
