import { Knex } from 'knex';
import { inTransaction } from '../kernel/store/dialect';
import { lapsingSignatures } from '../kernel/store/readiness/findLapsingSignatures';
import { isWithin, lockHeard } from '../kernel/store/outbox/claims';
import { findWaiting, insertMessage } from '../kernel/store/outbox/messages';
import { expiringDays } from './readinessSummaryOf';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

const weekMs = 7 * dayMs;

interface Deps {
  readonly knex: Knex;
}

/**
 * Tells, once a week each, who can renew answers that lapse within two weeks:
 * the owner, and of a waiver also who gave it. One message for all of theirs.
 * Safe to repeat, and to run twice at once.
 */
export class ExpiryReminder {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async run(now: Date, signal?: AbortSignal): Promise<void> {
    const until = new Date(now.getTime() + expiringDays * dayMs);
    const lapsing = await lapsingSignatures(this.#deps.knex, { now, until });
    const recipients = new Set(
      lapsing.flatMap(({ owner, by, table }) => [
        ...(owner ? [owner] : []),
        ...(table === 'waiver' ? [by] : []),
      ]),
    );
    for (const recipient of [...recipients].sort()) {
      if (signal?.aborted) {
        return;
      }
      await this.#remind(recipient, now);
    }
  }

  async #remind(recipient: string, now: Date): Promise<void> {
    const about = {
      topic: 'expiry',
      recipient,
      scope: 'expiry',
      subject: 'expiry',
    };
    await inTransaction(this.#deps.knex, async tx => {
      const heard = await lockHeard(tx, about);
      const isRecent = isWithin(heard, now, weekMs);
      if (!isRecent && !(await findWaiting(tx, about))) {
        await insertMessage(tx, { ...about, payload: {}, dueAt: now }, now);
      }
    });
  }
}
