import {
  RateCommand,
  SatisfactionEvent,
  satisfactionTopic,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { Announcer } from '../kernel/announce/Announcer';
import { refuseMerged } from '../targets/refuseMerged';
import { keepAdvice } from './keepAdvice';
import { Measurements } from '../kernel/announce/Measurements';
import { PhaseConfig } from './ProposalWriter';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { appendLog } from '../kernel/store/log/appendLog';
import { lockedTarget, lockTargets } from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/putPolicyInForce';
import { ratingsOf, saveRating } from '../kernel/store/ratings/saveRating';
import { StoredRating } from '../kernel/store/ratings/ratingRows';
import { adoptersOf } from './adoptersOf';
import { decideRating } from './decideRating';
import { readAdoption } from './readAdoption';

interface Deps {
  readonly knex: Knex;
  readonly config: PhaseConfig;
  readonly announcer: Announcer;
  readonly measurements: Measurements;
  readonly clock: Clock;
}

/** Answers of adopting teams, for people who may speak for them. */
export class RatingWriter {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @returns whether the team is served, without which nothing is written */
  async rate(ref: string, command: RateCommand, by: string): Promise<boolean> {
    const written = await inTransaction(this.#deps.knex, async tx => {
      const locked = await lockTargets(tx, [ref], this.#deps.clock);
      const { now } = locked;
      const target = lockedTarget(locked, ref);
      await refuseMerged(tx, target);
      const adopters = adoptersOf((await readAdoption(tx, target)).interests);
      if (!adopters.some(({ team }) => team === command.team)) {
        return 'notAdopter';
      }
      const at = new Date(Math.max(now.getTime(), target.lastAt.getTime()));
      const ratings = (await ratingsOf(tx, [target.id])).get(target.id) ?? [];
      const { rating, entry } = decideRating(ratings, command, { by, at });
      if (!entry) {
        return 'unchanged';
      }
      await saveRating(tx, target.id, rating);
      await appendLog(tx, target.id, [entry], now);
      const policies = await readPolicies(tx);
      await keepAdvice(tx, [target], {
        ...this.#deps.config,
        policies,
        now: at,
      });
      return rating;
    });
    if (typeof written === 'object') {
      this.#announce(ref, written);
    }
    return written !== 'notAdopter';
  }

  #announce(target: string, rating: StoredRating): void {
    const { team, quarter, score, at } = rating;
    const eventPayload: SatisfactionEvent = {
      target,
      team,
      quarter,
      score,
      at: at.toISOString(),
    };
    this.#deps.measurements.satisfactionRated(eventPayload);
    this.#deps.announcer.announce({
      others: [{ topic: satisfactionTopic, eventPayload }],
      targets: [target],
    });
  }
}
