import {
  PolicyInForce,
  policyAt,
  stateAt,
  TargetLog,
  TeamDemand,
  teamDemandsOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { findTargets, partsOfPilots } from '../store/operations/findTargets';
import { partsAt, pastFacts } from '../store/operations/pastFacts';
import { readLogs } from '../store/operations/readLogs';
import { readTeamDemands } from '../store/operations/teamDemands';
import { StoredTarget } from '../store/rows';
import { readParts } from './readParts';

/** How many interests came to a Pilot through one target. */
export interface RollUp {
  readonly target: string;
  readonly interests: number;
}

const counted = (
  teams: readonly TeamDemand[],
  owners: readonly (string | null)[],
) =>
  teams
    .filter(({ team }) => !owners.includes(team))
    .reduce((sum, { n }) => sum + n, 0);

const shown = (rows: readonly RollUp[]) =>
  rows
    .filter(({ interests }) => interests > 0)
    .sort((a, b) => (a.target < b.target ? -1 : 1));

/** How many interests came to Pilots through what implements them. */
export async function readRollUps(
  db: Knex,
  targets: readonly StoredTarget[],
  current: PolicyInForce,
): Promise<Map<number, RollUp[]>> {
  const pilots = targets.filter(({ kind }) => kind === 'pilot');
  const links = await partsOfPilots(
    db,
    pilots.map(({ id }) => id),
  );
  const ofOwners = await readTeamDemands(
    db,
    [...new Set(links.map(({ part }) => part.id))],
    [...new Set(pilots.flatMap(({ owner }) => owner ?? []))],
  );
  const result = new Map<number, RollUp[]>();
  for (const pilot of pilots) {
    const parts = links
      .filter(({ pilotId }) => pilotId === pilot.id)
      .map(({ part }) => part);
    const isKept =
      !pilot.owner?.startsWith('user:') &&
      parts.every(({ policy }) => policy === current.fingerprint);
    const rows = isKept
      ? parts.map(part => ({
          target: part.ref,
          // What counts for the part, without what the Pilot's owner asked for.
          interests:
            part.sums.interests -
            counted(
              ofOwners.get(part.id)!.filter(({ team }) => team === pilot.owner),
              [part.owner],
            ),
        }))
      : await throughTeams(db, pilot, current);
    result.set(pilot.id, shown(rows));
  }
  return result;
}

/** From all teams: a person's own interests are not told apart in the sums. */
async function throughTeams(
  db: Knex,
  pilot: StoredTarget,
  current: PolicyInForce,
): Promise<RollUp[]> {
  const [, ...parts] = await readParts(db, pilot, current);
  return parts.map(({ target, teams, owner }) => ({
    target,
    interests: counted(teams, [pilot.owner, owner]),
  }));
}

/**
 * The same at a past instant, by a replay of the logs of what implemented them
 * then.
 */
export async function pastRollUps(
  db: Knex,
  targets: readonly StoredTarget[],
  {
    policies,
    at,
  }: { readonly policies: readonly PolicyInForce[]; readonly at: Date },
): Promise<Map<number, RollUp[]>> {
  const pilots = targets.filter(({ kind }) => kind === 'pilot');
  const parts = await partsAt(
    db,
    pilots.map(({ id }) => id),
    at,
  );
  const refs = [...new Set([...parts.values()].flat())];
  const logs = await logsByRef(db, refs);
  const { owners } = await pastFacts(db, at);
  const { policy } = policyAt(policies, at);
  const result = new Map<number, RollUp[]>();
  for (const pilot of pilots) {
    const owner = owners.has(pilot.id) ? owners.get(pilot.id)! : pilot.owner;
    const rows = (parts.get(pilot.id) ?? []).flatMap(ref => {
      const log = logs.get(ref);
      if (!log) {
        return [];
      }
      const part = stateAt(log, at);
      const both = [owner, part.owner];
      const teams = teamDemandsOf(part.interests, both, policy);
      return [{ target: ref, interests: counted(teams, both) }];
    });
    result.set(pilot.id, shown(rows));
  }
  return result;
}

async function logsByRef(
  db: Knex,
  refs: readonly string[],
): Promise<Map<string, TargetLog>> {
  if (refs.length === 0) {
    return new Map();
  }
  const logs = await readLogs(db, await findTargets(db, refs));
  return new Map(logs.map(log => [log.target, log]));
}
