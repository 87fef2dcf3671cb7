import {
  demandSteps,
  PolicyInForce,
  ReplayedDemand,
  TeamDemand,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { inTurns } from '../kernel/cost/inTurns';
import { linksOf, PilotLink } from '../kernel/store/targets/findTargets';
import { partsAt } from '../kernel/store/log/readPastFacts';
import { readDemandLogs } from '../kernel/store/log/readLogs';
import { readTeamDemands } from '../kernel/store/demand/teamDemands';
import { readParts } from './readParts';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Interest that reaches a Pilot through its parts, and what does not count. */
export type RollUp = Pick<ReplayedDemand, 'rollUp' | 'unconfirmed'>;

type Row = RollUp['rollUp'][number];

const counted = (
  teams: readonly TeamDemand[],
  owners: readonly (string | null)[],
) =>
  teams
    .filter(({ team }) => !owners.includes(team))
    .reduce((sum, { interests }) => sum + interests, 0);

const shown = (rows: readonly Row[]) =>
  rows
    .filter(({ interests }) => interests > 0)
    .sort((a, b) => (a.target < b.target ? -1 : 1));

/** Reads the parts that a Pilot names and whose owners did not confirm it. */
export async function readUnconfirmed(
  db: Knex,
  pilot: Pick<StoredTarget, 'id' | 'kind'>,
): Promise<RollUp['unconfirmed']> {
  const links = pilot.kind === 'pilot' ? await linksOf(db, [pilot.id]) : [];
  return unconfirmedOf(links);
}

function unconfirmedOf(links: readonly PilotLink[]): RollUp['unconfirmed'] {
  return links
    .filter(({ counts }) => !counts)
    .map(({ part }) => ({ target: part.ref, owner: part.owner }))
    .sort((a, b) => (a.target < b.target ? -1 : 1));
}

/**
 * Counts interests that came to Pilots through what implements them.
 *
 * @param all - the parts that the Pilots among the targets name
 */
export async function readRollUps(
  db: Knex,
  targets: readonly StoredTarget[],
  all: readonly PilotLink[],
  current: PolicyInForce,
): Promise<Map<number, RollUp>> {
  const pilots = targets.filter(({ kind }) => kind === 'pilot');
  const links = all.filter(({ counts }) => counts);
  const ofOwners = await readTeamDemands(
    db,
    [...new Set(links.map(({ part }) => part.id))],
    [...new Set(pilots.flatMap(({ owner }) => owner ?? []))],
  );
  const result = new Map<number, RollUp>();
  for (const pilot of pilots) {
    await giveWay();
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
    result.set(pilot.id, {
      rollUp: shown(rows),
      unconfirmed: unconfirmedOf(
        all.filter(({ pilotId }) => pilotId === pilot.id),
      ),
    });
  }
  return result;
}

/** From all teams: a person's own interests are not told apart in the sums. */
async function throughTeams(
  db: Knex,
  pilot: StoredTarget,
  current: PolicyInForce,
): Promise<Row[]> {
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
  when: { readonly policies: readonly PolicyInForce[]; readonly at: Date },
): Promise<Map<number, RollUp>> {
  const result = new Map<number, RollUp>();
  const pilots = targets.filter(({ kind }) => kind === 'pilot');
  const parts = await partsAt(
    db,
    pilots.map(({ id }) => id),
    when.at,
  );
  for (const pilot of pilots.filter(({ id }) => parts.get(id)?.length)) {
    const logs = await readDemandLogs(db, pilot);
    const { rollUp, unconfirmed } = await inTurns(
      demandSteps({ target: pilot.ref, logs, ...when }),
    );
    result.set(pilot.id, { rollUp, unconfirmed });
  }
  return result;
}
