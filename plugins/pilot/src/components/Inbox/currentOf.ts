import {
  interestSchema,
  type Interest,
} from '@pilot-to-platform/plugin-pilot-common';

/** The interest as it stands, from the refusal of a change made on an older one. */
export function currentOf(error: Error): Interest | undefined {
  if (!('body' in error)) return undefined;
  const { current } = (error.body ?? {}) as { current?: unknown };
  const parsed = interestSchema.safeParse(current);
  return parsed.success ? parsed.data : undefined;
}

/**
 * Who made the latest change, where that is known: the owner who answered, else
 * the author.
 */
export function changedBy(interest: Interest): string | null {
  const { statusAt, statusBy, updatedAt, author } = interest;
  return statusAt === updatedAt ? statusBy : author;
}
