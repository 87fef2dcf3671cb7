import { Knex } from 'knex';
import { latestPresent } from '../kernel/clock/isFuture';
import { inTransaction } from '../kernel/store/dialect';
import {
  forgetHeard,
  isWithin,
  lockHeard,
} from '../kernel/store/outbox/claims';
import { findWaiting, insertMessage } from '../kernel/store/outbox/messages';
import { authorsToAsk, markAsked } from '../kernel/store/outbox/findReminders';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

const weekMs = 7 * dayMs;
const batch = 500;

/**
 * Asks authors, once for each confirmation, whether they still need what they
 * asked for long ago: one message for all of theirs, and at most one a week.
 * Safe to repeat, and to run twice at once.
 */
export class ConfirmReminder {
  readonly #knex: Knex;
  readonly #confirmAfterMs: number;

  constructor(options: { knex: Knex; confirmAfterDays: number }) {
    this.#knex = options.knex;
    this.#confirmAfterMs = options.confirmAfterDays * dayMs;
  }

  async run(now: Date, signal?: AbortSignal): Promise<void> {
    const when = {
      before: new Date(now.getTime() - this.#confirmAfterMs),
      now,
    };
    for (let after = ''; !signal?.aborted; ) {
      const page = { after, limit: batch };
      const authors = await authorsToAsk(this.#knex, when, page);
      for (const author of authors) {
        if (signal?.aborted) {
          return;
        }
        await this.#ask(author, when);
      }
      if (authors.length < batch) {
        break;
      }
      after = authors.at(-1)!;
    }
    await forgetHeard(this.#knex, {
      before: new Date(now.getTime() - weekMs),
      latest: latestPresent(now),
    });
  }

  async #ask(
    author: string,
    when: { readonly before: Date; readonly now: Date },
  ): Promise<void> {
    const { now } = when;
    const about = {
      topic: 'confirm',
      recipient: author,
      scope: 'confirm',
      subject: 'confirm',
    };
    await inTransaction(this.#knex, async tx => {
      const heard = await lockHeard(tx, about);
      const isRecent = isWithin(heard, now, weekMs);
      if (isRecent || (await findWaiting(tx, about))) {
        return;
      }
      if ((await markAsked(tx, author, when)) > 0) {
        await insertMessage(tx, { ...about, payload: {}, dueAt: now }, now);
      }
    });
  }
}
