import {
  pilotSchema,
  type Pilot,
} from '@pilot-to-platform/plugin-pilot-common';

/** The Pilot as it stands, from the refusal of a change made on an older one. */
export function pilotOf(error: Error): Pilot | undefined {
  if (!('body' in error)) return undefined;
  const { current } = (error.body ?? {}) as { current?: unknown };
  const parsed = pilotSchema.safeParse(current);
  return parsed.success ? parsed.data : undefined;
}
