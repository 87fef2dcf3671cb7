import {
  PolicyInForce,
  TargetTeams,
  teamDemandsOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { partTargets } from '../kernel/store/targets/findTargets';
import { interestsOfTeams } from '../kernel/store/interests/findInterests';
import { readTeamDemands } from '../kernel/store/demand/teamDemands';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/**
 * Reads the stored teams of a target and, for a Pilot, of what implements it
 * with its owner's consent, the target first. A part whose sums are of another
 * policy is computed from its interests, until the background pass has come to
 * it.
 */
export async function readParts(
  db: Knex,
  target: StoredTarget,
  { policy, fingerprint }: PolicyInForce,
): Promise<TargetTeams[]> {
  const parts = target.kind === 'pilot' ? await partTargets(db, target) : [];
  const all = [target, ...parts];
  const teams = await readTeamDemands(
    db,
    all.map(({ id }) => id),
  );
  // Of a person who owns the Pilot, the parts' sums know nothing.
  const isPersons = target.owner?.startsWith('user:') ?? false;
  const result: TargetTeams[] = [];
  for (const part of all) {
    // The target's own teams are written before its sums are.
    const isCurrent =
      part.id === target.id || (part.policy === fingerprint && !isPersons);
    result.push({
      target: part.ref,
      owner: part.owner,
      teams: isCurrent
        ? teams.get(part.id)!
        : teamDemandsOf(
            await interestsOfTeams(db, part.id, 'all'),
            [target.owner, part.owner],
            policy,
          ),
    });
  }
  return result;
}
