import {
  demandLevels,
  DemandPolicy,
  PolicyPreview,
  PolicyPreviewRequest,
  policyAt,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { sortInTurns } from '../kernel/cost/sortInTurns';
import { fingerprintOf } from '../kernel/config/demandPolicy';
import { previewPolicy, PreviewedDemand } from './previewPolicy';
import { everListed } from '../kernel/store/demand/everListed';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';

interface RankedDemand extends PreviewedDemand {
  readonly rank: number;
}

interface Deps {
  readonly knex: Knex;
  readonly door: Door;
  readonly clock: () => Date;
}

/** Previews ranks and levels under another policy; changes nothing. */
export class PreviewService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Reads every interest of a kind.
   *
   * @throws InputError for a kind that no target is of
   */
  async preview(
    request: PolicyPreviewRequest,
    { credentials }: CallOptions,
  ): Promise<PolicyPreview> {
    const viewer = await this.#deps.door.reader(credentials);
    return this.#compare(request, viewer);
  }

  async #compare(
    { demand, kind = 'pilot', limit = 50 }: PolicyPreviewRequest,
    viewer: Viewer,
  ): Promise<PolicyPreview> {
    const ofKind = kind.toLocaleLowerCase('en-US');
    this.#deps.door.requireKind(ofKind);
    const now = this.#deps.clock();
    const { policy } = policyAt(await readPolicies(this.#deps.knex), now);
    const tried: DemandPolicy = { ...policy, ...demand };
    const listed = (
      await everListed(this.#deps.knex, { kinds: [ofKind] })
    ).filter(({ mergedInto }) => mergedInto === null);
    const isVisible = await viewer.sees(listed.map(({ ref }) => ref));
    await giveWay();
    const targets = listed.filter(({ ref }) => isVisible(ref));
    const standing = async (under: DemandPolicy) =>
      await ranked(await previewPolicy(this.#deps.knex, targets, under, now));
    const before = await standing(policy);
    await giveWay();
    const after = new Map(
      (await standing(tried)).map(each => [each.target.id, each]),
    );
    await giveWay();
    const pairs = before.map(each => ({
      before: each,
      after: after.get(each.target.id)!,
    }));
    const distance = (pair: (typeof pairs)[number]) =>
      Math.abs(pair.after.rank - pair.before.rank);
    await giveWay();
    const view = ({ rank, score, level }: RankedDemand) => ({
      rank,
      score,
      level,
    });
    return {
      policy: fingerprintOf(tried),
      asOf: now.toISOString(),
      ranked: pairs.length,
      moved: pairs.filter(pair => distance(pair) > 0).length,
      relevelled: pairs.filter(pair => pair.before.level !== pair.after.level)
        .length,
      levels: {
        before: countLevels(pairs.map(pair => pair.before)),
        after: countLevels(pairs.map(pair => pair.after)),
      },
      items: (
        await sortInTurns(
          pairs,
          (a, b) => distance(b) - distance(a) || a.after.rank - b.after.rank,
        )
      )
        .slice(0, limit)
        .map(pair => ({
          target: pair.before.target.ref,
          title: pair.before.target.title,
          before: view(pair.before),
          after: view(pair.after),
        })),
    };
  }
}

/** Ranks from the highest score; equal scores share a rank. */
async function ranked(
  standings: readonly PreviewedDemand[],
): Promise<RankedDemand[]> {
  const sorted = await sortInTurns(
    standings,
    (a, b) => b.score - a.score || (a.target.ref < b.target.ref ? -1 : 1),
  );
  let rank = 1;
  return sorted.map((each, index) => {
    if (index > 0 && each.score < sorted[index - 1].score) {
      rank = index + 1;
    }
    return { ...each, rank };
  });
}

function countLevels(standings: readonly PreviewedDemand[]) {
  return Object.fromEntries(
    demandLevels.map(level => [
      level,
      standings.filter(each => each.level === level).length,
    ]),
  ) as PolicyPreview['levels']['before'];
}
