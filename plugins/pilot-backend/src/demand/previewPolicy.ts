import {
  DemandLevel,
  DemandPolicy,
  StoredSums,
  storedSumsOf,
  summaryAt,
  TargetTeams,
  teamDemandsOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { partsOfPilots } from '../kernel/store/targets/findTargets';
import { interestsOfTargets } from '../kernel/store/interests/findInterests';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { latestOf } from '../kernel/clock/latestOf';

const batch = 50;

/** A target's demand, as it is or would be. */
export interface PreviewedDemand {
  readonly target: StoredTarget;
  readonly score: number;
  readonly level: DemandLevel;
}

/**
 * The demand that targets would have under another policy, from their
 * interests: nothing of what is kept holds under it. Nothing is written.
 */
export async function previewPolicy(
  db: Knex,
  targets: readonly StoredTarget[],
  policy: DemandPolicy,
  now: Date,
): Promise<PreviewedDemand[]> {
  const result: PreviewedDemand[] = [];
  for (let i = 0; i < targets.length; i += batch) {
    await giveWay();
    const page = targets.slice(i, i + batch);
    const sums = await sumsUnder(db, page, policy);
    for (const [index, target] of page.entries()) {
      const at = latestOf(now, target.lastAt);
      const { score, level } = summaryAt(sums[index], at, policy);
      result.push({ target, score, level });
    }
  }
  return result;
}

async function sumsUnder(
  db: Knex,
  targets: readonly StoredTarget[],
  policy: DemandPolicy,
): Promise<StoredSums[]> {
  const pilots = targets.filter(({ kind }) => kind === 'pilot');
  const links = await partsOfPilots(
    db,
    pilots.map(({ id }) => id),
  );
  const interests = await interestsOfTargets(db, [
    ...new Set([
      ...targets.map(({ id }) => id),
      ...links.map(({ part }) => part.id),
    ]),
  ]);
  const teamsOf = (whole: StoredTarget, part: StoredTarget): TargetTeams => ({
    target: part.ref,
    owner: part.owner,
    teams: teamDemandsOf(
      interests.get(part.id) ?? [],
      [whole.owner, part.owner],
      policy,
    ),
  });
  const sums: StoredSums[] = [];
  for (const target of targets) {
    await giveWay();
    const parts = links.filter(({ pilotId }) => pilotId === target.id);
    const teams = [target, ...parts.map(({ part }) => part)].map(part =>
      teamsOf(target, part),
    );
    sums.push(storedSumsOf(target.owner, teams, policy));
  }
  return sums;
}
