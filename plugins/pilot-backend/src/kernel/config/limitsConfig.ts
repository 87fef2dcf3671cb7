import { Config } from '@backstage/config';
import { z } from 'zod';
import { CostLimits } from '../cost/CostlyReads';
import { parseConfig } from './parseConfig';

/** Limits that hold where nothing else is set. */
export const defaultCostLimits: CostLimits = {
  perPerson: { running: 2, waiting: 10 },
  inAll: { running: 4, waiting: 50 },
};

const placesSchema = z
  .strictObject({
    running: z.number().int().min(1),
    waiting: z.number().int().min(0),
  })
  .partial();

const limitsSchema = z.strictObject({
  costlyReads: z
    .strictObject({ perPerson: placesSchema, inAll: placesSchema })
    .partial()
    .optional(),
});

/** Reads the limits of costly reads from `pilot.limits`. */
export function readLimits(root: Config): CostLimits {
  const { costlyReads } = parseConfig(
    root.getOptional('pilot.limits'),
    'pilot.limits',
    limitsSchema,
  );
  return {
    perPerson: { ...defaultCostLimits.perPerson, ...costlyReads?.perPerson },
    inAll: { ...defaultCostLimits.inAll, ...costlyReads?.inAll },
  };
}
