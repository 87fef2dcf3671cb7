import { ProjectionRow } from '@pilot-to-platform/plugin-pilot-common';

/** A row together with the feed that numbered it. */
export interface KeptRow {
  readonly epoch: string;
  readonly row: ProjectionRow;
}

/**
 * Interest in every target as the catalog shows it and this replica knows it.
 *
 * The row that an entity was last processed with is kept in the catalog, for
 * all replicas. It stands in while nothing has been loaded, and while it is
 * newer than what this replica has pulled. Such uses are remembered until the
 * next complete pull, which tells whether the entity has to be processed again.
 */
export class Projection {
  #rows = new Map<string, ProjectionRow>();
  #epoch?: string;
  #sequence = 0;
  readonly #borrowed = new Map<string, KeptRow | undefined>();
  /** Kept rows up to this number are not believed to be newer. */
  #refuted = 0;

  /** Undefined until the first load is complete. */
  get epoch(): string | undefined {
    return this.#epoch;
  }

  /** Up to which number of the feed the rows reach. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Number of targets that have a row. */
  get size(): number {
    return this.#rows.size;
  }

  /**
   * The row to process a target with, given the one kept from its last run.
   * A kept row that does not hold any more gives an empty one, so that it is
   * overwritten.
   */
  pick(target: string, kept: KeptRow | undefined): KeptRow | undefined {
    if (this.#epoch === undefined || this.#isAhead(kept)) {
      this.#borrowed.set(target, kept);
      return kept;
    }
    const empty = { target, seq: 0, teams: [], adopters: [] };
    const row = this.#rows.get(target) ?? (kept && empty);
    return row && { epoch: this.#epoch, row };
  }

  /**
   * Replaces everything.
   *
   * @returns the targets whose row this replica knew otherwise; none for a first load
   */
  replace(
    epoch: string,
    sequence: number,
    rows: readonly ProjectionRow[],
  ): string[] {
    const former = this.#rows;
    const first = this.#epoch === undefined;
    const sameFeed = this.#epoch === epoch;
    this.#refuted = sameFeed ? Math.max(this.#refuted, this.#sequence) : 0;
    this.#rows = new Map(rows.map(row => [row.target, row]));
    this.#epoch = epoch;
    this.#sequence = sequence;

    const dropped = [...former.keys()].filter(ref => !this.#rows.has(ref));
    const changed = [...this.#rows.values()]
      .filter(row => !sameFeed || former.get(row.target)?.seq !== row.seq)
      .map(row => row.target);
    return first ? [] : [...dropped, ...changed];
  }

  /** Adds newer rows. */
  apply(sequence: number, rows: readonly ProjectionRow[]): void {
    rows.forEach(row => this.#rows.set(row.target, row));
    this.#sequence = sequence;
  }

  /**
   * Ends a pull that read everything there is.
   *
   * @returns the targets that were processed with a kept row that was not the right one
   */
  settle(): string[] {
    const borrowed = [...this.#borrowed];
    this.#borrowed.clear();
    for (const [, kept] of borrowed) {
      // What a complete pull did not reach never comes: the feed was restored
      // to an earlier state.
      if (kept && this.#isAhead(kept)) {
        this.#refuted = kept.row.seq;
      }
    }
    return borrowed
      .filter(([target, kept]) => !this.#isRight(target, kept))
      .map(([target]) => target);
  }

  #isAhead(kept: KeptRow | undefined): boolean {
    return (
      kept !== undefined &&
      kept.epoch === this.#epoch &&
      kept.row.seq > Math.max(this.#sequence, this.#refuted)
    );
  }

  #isRight(target: string, kept: KeptRow | undefined): boolean {
    const seq = this.#rows.get(target)?.seq ?? 0;
    return kept
      ? kept.row.seq === seq && kept.epoch === this.#epoch
      : seq === 0;
  }
}
