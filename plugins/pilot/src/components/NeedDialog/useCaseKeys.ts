import type { Interest } from '@pilot-to-platform/plugin-pilot-common';

/**
 * A key that nobody has used, so that two use cases added at the same time in
 * two windows stay two.
 */
export function newUseCaseKey(): string {
  // crypto.randomUUID is missing where the portal is served without TLS.
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  return `use-case-${number.toString(36)}`;
}

/**
 * The key under which another use case of a team is recorded: none, which
 * means the default one, while the team has nothing recorded.
 */
export function anotherUseCaseKey(
  team: string,
  own: readonly Interest[],
  fresh: string,
): string | undefined {
  return own.some(interest => interest.team === team) ? fresh : undefined;
}
