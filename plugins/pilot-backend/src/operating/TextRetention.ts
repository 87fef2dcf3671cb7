import { Knex } from 'knex';
import { inTransaction } from '../kernel/store/dialect';
import { lockTargets } from '../kernel/store/targets/lockTargets';
import { readLines } from './logLines';
import { retiredLog } from './retiredLog';
import { withoutStatedText } from './withoutDetails';
import { textColumns } from '../kernel/store/interests/interestRows';
import { LogRow } from '../kernel/store/log/logRows';
import { dayMs, statedTexts } from '@pilot-to-platform/plugin-pilot-common';

/** Targets whose ids are read at once. */
const batch = 500;

interface Deps {
  readonly knex: Knex;
  readonly retentionDays: number;
}

/**
 * Empties texts that were withdrawn, cleared or replaced long ago. Each target is
 * one transaction; safe to repeat, to stop anywhere and to run twice at once.
 */
export class TextRetention {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async run(now: Date, signal?: AbortSignal): Promise<void> {
    const before = new Date(now.getTime() - this.#deps.retentionDays * dayMs);
    for (let after = 0; !signal?.aborted; ) {
      const targets: Array<{ id: number | string; ref: string }> =
        await this.#deps
          .knex('target')
          .where('id', '>', after)
          .orderBy('id')
          .limit(batch)
          .select('id', 'ref');
      if (targets.length === 0) {
        return;
      }
      after = Number(targets.at(-1)!.id);
      for (const { id, ref } of targets) {
        if (signal?.aborted) {
          return;
        }
        if ((await outdated(this.#deps.knex, Number(id), before)).isAny) {
          await this.#empty(ref, Number(id), before);
        }
      }
    }
  }

  async #empty(ref: string, id: number, before: Date): Promise<void> {
    await inTransaction(this.#deps.knex, async tx => {
      await lockTargets(tx, [ref]);
      const { log, interests } = await outdated(tx, id, before);
      for (const { seq, payload } of log) {
        await tx('interest_log').where({ seq }).update({ payload });
      }
      for (const { id: interest, texts } of interests) {
        await tx('interest').where('id', interest).update(texts);
      }
    });
  }
}

/** Finds what is to be emptied of one target. */
async function outdated(db: Knex, targetId: number, before: Date) {
  const rows: Array<Record<string, any>> = await db('interest')
    .where({ target_id: targetId, withdrawn: true })
    .where('updated_at', '<=', before.getTime())
    .select('id', ...Object.values(textColumns));
  const lines = readLines(
    await db<LogRow>('interest_log')
      .where('target_id', targetId)
      .orderBy('seq'),
  );
  const log = retiredLog(lines, new Set(rows.map(({ id }) => id)), before);
  const interests = rows.flatMap(row => {
    const left = statedTexts.flatMap(key => {
      const text: string | null = row[textColumns[key]];
      const emptied = text === null ? null : withoutStatedText(key, text);
      return emptied === text ? [] : [[textColumns[key], emptied]];
    });
    return left.length > 0
      ? [{ id: row.id as string, texts: Object.fromEntries(left) }]
      : [];
  });
  return { log, interests, isAny: log.length + interests.length > 0 };
}
