import { Knex } from 'knex';
import { pageTargets } from '../kernel/store/targets/findTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { unassessedTargets } from '../kernel/store/readiness/findUnassessed';
import { refreshAdvice } from './keepAdvice';
import { PhaseConfig } from './writePhase';
import { StoredTarget } from '../kernel/store/targets/targetRows';

const batch = 200;

interface Deps {
  readonly knex: Knex;
  readonly config: PhaseConfig;
}

/**
 * Brings what lists of Pilots sort and filter by up to date where no write did:
 * after demand changed, and as time passes.
 */
export class PhaseUpkeep {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Of the Pilots whose demand changed since. */
  async follow(now: Date, signal?: AbortSignal): Promise<void> {
    for (let after = 0; !signal?.aborted; ) {
      const pilots = await unassessedTargets(this.#deps.knex, {
        after,
        now,
        limit: batch,
      });
      await this.#keep(pilots, now);
      if (pilots.length < batch) {
        return;
      }
      after = pilots.at(-1)!.id;
    }
  }

  /** Of all Pilots: answers lapse, and quiet months add up. */
  async sweep(now: Date, signal?: AbortSignal): Promise<void> {
    for (let after = 0; !signal?.aborted; ) {
      const page = { after, limit: batch, kind: 'pilot' };
      const pilots = await pageTargets(this.#deps.knex, page);
      await this.#keep(pilots, now);
      if (pilots.length < batch) {
        return;
      }
      after = pilots.at(-1)!.id;
    }
  }

  async #keep(pilots: readonly StoredTarget[], now: Date): Promise<void> {
    if (pilots.length > 0) {
      const policies = await readPolicies(this.#deps.knex);
      const options = { ...this.#deps.config, policies, now };
      await refreshAdvice(this.#deps.knex, pilots, options);
    }
  }
}
