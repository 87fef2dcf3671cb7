import {
  demandSteps,
  PolicyInForce,
  TargetLog,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { inTurns } from '../kernel/cost/inTurns';
import { targetsOfTeam } from '../kernel/store/log/readPastFacts';
import { readDemandLogs } from '../kernel/store/log/readLogs';
import { AskingTeam } from '../kernel/store/demand/whereTeam';
import { teamsWithin } from '../kernel/store/teams/findTeamsWithin';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** The instant of a list, and for whom it is. */
export interface PastListing {
  readonly at: Date;
  readonly policies: readonly PolicyInForce[];
  /** Decides which parts of Pilots may be known about. */
  readonly visibleParts: (
    refs: readonly string[],
  ) => Promise<(ref: string) => boolean>;
}

/**
 * Those of the targets in which a team had counted interest at a past instant,
 * itself or through a part, as far as somebody may know of it.
 */
export async function askedByTeam<
  Target extends Pick<StoredTarget, 'id' | 'ref'>,
>(
  db: Knex,
  targets: readonly Target[],
  { team, readable }: AskingTeam,
  { at, policies, visibleParts }: PastListing,
): Promise<Target[]> {
  const known = await targetsOfTeam(db, team);
  const isKnown = async (sources: readonly string[]) =>
    sources.length > 0 &&
    (!readable || (await teamsWithin(db, sources, readable)).has(team));
  const result: Target[] = [];
  for (const target of targets.filter(({ id }) => known.has(id))) {
    const [own, ...parts] = await readDemandLogs(db, target);
    const counts = async (logs: readonly TargetLog[]) => {
      const replay = { target: target.ref, logs, policies, at };
      const { teams } = await inTurns(demandSteps(replay));
      return teams.some(each => each.team === team);
    };
    const facts = withoutInterests(own);
    const sources = (await counts([own])) ? [own.target] : [];
    for (const part of parts) {
      if (await counts([facts, part])) {
        sources.push(part.target);
      }
    }
    if (sources.length === 0) {
      continue;
    }
    const isVisible = await visibleParts(
      sources.filter(ref => ref !== own.target),
    );
    const shown = sources.filter(ref => ref === own.target || isVisible(ref));
    if (await isKnown(shown)) {
      result.push(target);
    }
  }
  return result;
}

/** Only who owned a Pilot and what implemented it. */
function withoutInterests({ target, entries }: TargetLog): TargetLog {
  return {
    target,
    entries: entries.filter(
      ({ type }) => type === 'owner' || type === 'implementedBy',
    ),
  };
}
