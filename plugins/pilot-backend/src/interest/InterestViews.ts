import { DemandPolicy, Interest } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { Viewer } from '../kernel/access/Viewer';
import { FoundInterest, resourceOf } from '../kernel/access/readableInterest';
import { Clock } from '../kernel/clock/Clock';
import { PilotConfig } from '../kernel/config/config';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { KnownTarget, knownTargets } from './knownTargets';
import { toInterestView } from './toInterestView';

interface Deps {
  readonly knex: Knex;
  readonly config: Pick<PilotConfig, 'confirmAfterDays' | 'showAuthors'>;
  readonly clock: Clock;
}

/** Shows interests to people, each as far as they may know what they are in. */
export class InterestViews {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @param policy - the one in force, which is read if not given */
  async of(
    found: readonly FoundInterest[],
    viewer: Viewer,
    policy?: DemandPolicy,
  ): Promise<Interest[]> {
    const { knex } = this.#deps;
    const inForce = policy ?? (await readPolicies(knex)).at(-1)!.policy;
    const known = await knownTargets(knex, found, viewer);
    return found.map(each => this.#view(each, viewer, known(each), inForce));
  }

  /** Returns what a viewer may know of the target of an interest. */
  async known(found: FoundInterest, viewer: Viewer): Promise<KnownTarget> {
    const { knex } = this.#deps;
    const known = await knownTargets(knex, [found], viewer);
    return known(found);
  }

  #view(
    found: FoundInterest,
    { caller, rights }: Viewer,
    target: KnownTarget,
    policy: DemandPolicy,
  ): Interest {
    const { config, clock } = this.#deps;
    const resource = resourceOf({ ...found, target });
    return toInterestView(found.interest, {
      policy,
      target,
      confirmAfterDays: config.confirmAfterDays,
      showAuthors: config.showAuthors,
      caller,
      may: {
        update: rights.update.includes(resource),
        triage: rights.triage.includes(resource),
      },
      now: clock(),
    });
  }
}
