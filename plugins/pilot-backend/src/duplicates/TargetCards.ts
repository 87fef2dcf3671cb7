import {
  FragmentationGroup,
  policyAt,
  PolicyInForce,
  summaryAt,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { readDemand } from '../demand/readDemand';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { DemandViews } from '../demand/DemandViews';
import { Viewer } from '../kernel/access/Viewer';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Facts of a target beside others: its name, and how strong its demand is. */
export type TargetCard = FragmentationGroup['members'][number];

interface Deps {
  readonly knex: Knex;
  readonly views: DemandViews;
  readonly clock: () => Date;
}

/** Describes targets that the viewer can see, by their refs. */
export class TargetCards {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @param untouched - refs of entities that nobody ever asked for */
  async of(
    targets: readonly StoredTarget[],
    untouched: readonly string[],
    viewer: Viewer,
  ): Promise<Map<string, TargetCard>> {
    const now = this.#deps.clock();
    const policies = await readPolicies(this.#deps.knex);
    const result = new Map<string, TargetCard>();
    for (const target of targets) {
      await giveWay();
      result.set(target.ref, await this.#card(target, policies, now));
    }
    const others = await this.#deps.views.untouched(
      untouched,
      { policies, asOf: now, weeks: false },
      viewer,
    );
    for (const [ref, item] of others) {
      const { target, title, kind, owner, phase, score, level, counts } = item;
      const { teams } = counts;
      const card = { target, title, kind, owner, phase, score, level, teams };
      result.set(ref, card);
    }
    return result;
  }

  async #card(
    target: StoredTarget,
    policies: readonly PolicyInForce[],
    now: Date,
  ): Promise<TargetCard> {
    const { policy, fingerprint } = policyAt(policies, now);
    // What a replica with a clock that is ahead has saved is part of the present.
    const at = new Date(
      Math.max(now.getTime(), target.sums.refAt?.getTime() ?? 0),
    );
    const { score, level, counts } =
      target.policy === fingerprint
        ? summaryAt(target.sums, at, policy)
        : await readDemand(this.#deps.knex, target, { policies, now });
    return {
      target: target.ref,
      title: target.title,
      kind: target.kind,
      owner: target.owner,
      phase: target.phase,
      score,
      level,
      teams: counts.teams,
    };
  }
}
