import { TeamDemand } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { partsOfPilots } from '../kernel/store/targets/findTargets';
import { readTeamDemands } from '../kernel/store/demand/teamDemands';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/**
 * The teams with a counted interest in each target or, for a Pilot, in what
 * implements it, by the target's ref.
 */
export async function teamsAsking(
  db: Knex,
  targets: readonly StoredTarget[],
  /** Decides which parts may be shown. */
  seen: (refs: readonly string[]) => Promise<(ref: string) => boolean>,
): Promise<Map<string, ReadonlySet<string>>> {
  const links = await partsOfPilots(
    db,
    targets.filter(({ kind }) => kind === 'pilot').map(({ id }) => id),
  );
  const isSeen = await seen(links.map(({ part }) => part.ref));
  const parts = new Map<number, StoredTarget[]>();
  for (const { pilotId, part } of links.filter(each => isSeen(each.part.ref))) {
    parts.set(pilotId, [...(parts.get(pilotId) ?? []), part]);
  }
  const kept = await readTeamDemands(db, [
    ...new Set([...targets, ...links.map(({ part }) => part)].map(t => t.id)),
  ]);
  const asking = (of: StoredTarget, owners: readonly (string | null)[]) =>
    kept.get(of.id)!.filter(team => counts(team, owners));
  return new Map(
    targets.map(target => {
      const teams = [target, ...(parts.get(target.id) ?? [])].flatMap(each =>
        asking(each, [target.owner, each.owner]),
      );
      return [target.ref, new Set(teams.map(({ team }) => team))];
    }),
  );
}

function counts(
  { team, interests }: TeamDemand,
  owners: readonly (string | null)[],
): boolean {
  return interests > 0 && !owners.includes(team);
}
