import { useState } from 'react';
import type { Interest, Urgency } from '@pilot-to-platform/plugin-pilot-common';
import type { Team } from '../../cache/loadTeams';
import { usePilotCache } from '../../hooks/usePilotCache';
import { standing } from './NeedStep';

/** Outcome of pressing Record. */
export type RecordOutcome =
  | { readonly type: 'recorded'; readonly interest: Interest; team: string }
  | { readonly type: 'teamsUnknown' | 'teamMissing' | 'askedBefore' };

/** Records with what is known by then, however early it is pressed. */
export function useRecord(target: string, isAnother: boolean) {
  const cache = usePilotCache();
  // One key for all attempts, so that trying again records nothing twice.
  const [freshKey] = useState(newUseCaseKey);

  /** @param onBehalfOf - a team that need not be the reader's; `null`: none chosen yet */
  return async (
    chosen: string | undefined,
    onBehalfOf: Team | null | undefined,
    urgency: Urgency,
  ): Promise<RecordOutcome> => {
    // Pressed at once, before it is known which teams and interests there are.
    const [teams, last, own] = await Promise.all([
      cache.teams.settled(),
      cache.lastTeam.settled(),
      cache.own(target).settled(),
    ]);
    let team: Team | undefined;
    if (onBehalfOf === undefined) {
      if (teams.state !== 'ready') return { type: 'teamsUnknown' };
      const lastUsed = last.state === 'ready' ? last.value : undefined;
      const ref = chosen ?? preselectedTeam(teams.value, lastUsed);
      team = teams.value.find(each => each.ref === ref);
    } else {
      team = onBehalfOf ?? undefined;
    }
    if (!team) return { type: 'teamMissing' };
    const interests = own.state === 'ready' ? own.value : [];
    if (!isAnother && standing(interests).length > 0) {
      return { type: 'askedBefore' };
    }
    const useCaseKey = isAnother
      ? anotherUseCaseKey(team.ref, interests, freshKey)
      : undefined;
    const body = { team: team.ref, urgency, useCaseKey };
    const interest = await cache.record(target, body);
    return { type: 'recorded', interest, team: team.name };
  };
}

/**
 * A key that nobody has used, so that two use cases added at the same time in
 * two windows stay two.
 */
function newUseCaseKey(): string {
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

/** The only team, or the one used last, or none: then a person chooses. */
export function preselectedTeam(
  teams: readonly Team[],
  last: string | undefined,
): string | undefined {
  const [first, ...others] = teams;
  if (first && others.length === 0) return first.ref;
  return teams.find(({ ref }) => ref === last)?.ref;
}
