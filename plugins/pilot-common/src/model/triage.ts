import { z } from 'zod';
import { freeText } from './fields';

/**
 * The statuses that the owner of a target sets.
 * @public
 */
export const ownerStatuses = [
  'open',
  'acknowledged',
  'planned',
  'adopted',
  'declined',
] as const;
/** One of {@link ownerStatuses}. @public */
export type OwnerStatus = (typeof ownerStatuses)[number];

/**
 * The body of `PUT /interests/{id}/status`.
 * @public
 */
export const setStatusSchema = z
  .strictObject({
    status: z
      .enum(ownerStatuses)
      .meta({ description: 'Status of the interest' }),
    /** Note to the author; declining needs it. */
    note: freeText(2000)
      .nullish()
      .meta({ description: 'Note to the author; required to decline' }),
    /** The version of the interest that the answer was made on. */
    version: z.number().int().min(1).meta({
      description: 'Version, which grows with each change',
    }),
  })
  .refine(({ status, note }) => status !== 'declined' || note, {
    path: ['note'],
    error: 'say why it is declined; its author reads it',
  });
/** Status as a caller sends it. @public */
export type SetStatus = z.input<typeof setStatusSchema>;
/** The parsed form of {@link SetStatus}. @public */
export type SetStatusCommand = z.output<typeof setStatusSchema>;
