import { z } from 'zod';

/** Schema of a page of a list: its rows, and where the next one begins. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    items: z.array(row).meta({ description: 'The rows' }),
    nextCursor: z.string().optional().meta({
      description: 'For the next page; only its absence ends the list',
    }),
  });
