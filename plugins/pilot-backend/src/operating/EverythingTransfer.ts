import { Knex } from 'knex';
import { Readable } from 'node:stream';
import { Announcer } from '../kernel/announce/Announcer';
import { DemandUpkeep } from '../demand/DemandUpkeep';
import { PhaseUpkeep } from '../pilots/PhaseUpkeep';
import { Clock } from '../kernel/clock/Clock';
import { inSnapshot } from '../kernel/store/dialect';
import { FileLine, FileSummary, readEverythingFile } from './EverythingFile';
import { everythingLines } from './everythingLines';
import { fitTester, importEverything } from './importEverything';
import { Spool } from './Spool';

interface Deps {
  readonly knex: Knex;
  readonly upkeep: DemandUpkeep;
  readonly phases: PhaseUpkeep;
  readonly announcer: Announcer;
  readonly clock: Clock;
}

/** Takes everything that cannot be recomputed out of one database and into another. */
export class EverythingTransfer {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Hands out a file of everything as of one instant, whole before its first byte.
   *
   * @returns how many rows it holds
   */
  async export(send: (file: Readable) => Promise<void>): Promise<number> {
    return Spool.with(async spool => {
      let rows = 0;
      await inSnapshot(this.#deps.knex, tx =>
        spool.write(everythingLines(tx, counted => (rows = counted))),
      );
      await send(spool.read());
      return rows;
    });
  }

  /**
   * Takes a file into a database in which nobody has said anything. It is read to
   * its end before anything is written, and then taken in one transaction.
   */
  async import(
    bytes: AsyncIterable<Buffer>,
  ): Promise<{ readonly rows: number; readonly unchanged: boolean }> {
    return Spool.with(async spool => {
      await spool.write(bytes);
      const summary = await this.#check(spool.read());
      const { unchanged } = await importEverything(
        this.#deps.knex,
        { summary, lines: readEverythingFile(spool.read()) },
        this.#deps.clock,
      );
      // Also after a repetition: what came after the commit may have been cut off.
      await this.#recompute();
      return { rows: summary.rows, unchanged };
    });
  }

  async #check(bytes: AsyncIterable<Buffer>): Promise<FileSummary> {
    const fits = await fitTester(this.#deps.knex);
    const lines: AsyncGenerator<FileLine, FileSummary> =
      readEverythingFile(bytes);
    for (;;) {
      const next = await lines.next();
      if (next.done) {
        return next.value;
      }
      fits(next.value);
    }
  }

  /** Computes what would come by itself within minutes. */
  async #recompute(): Promise<void> {
    const now = this.#deps.clock();
    await this.#deps.upkeep.recompute(now);
    await this.#deps.phases.sweep(now);
    this.#deps.announcer.announce();
  }
}
