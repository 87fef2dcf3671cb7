import { ServiceUnavailableError } from '@backstage/errors';
import {
  ProjectionPage,
  ProjectionRow,
} from '@pilot-to-platform/plugin-pilot-common';
import { ProjectionFeed } from '../projection/ProjectionFeed';

/** A feed in memory that behaves as the pilot backend's does. */
export class FakeFeed implements ProjectionFeed {
  epoch = 'one';
  sequence = 0;
  acknowledged = 0;
  down = false;
  pageSize = 2_000;
  readonly asked: Array<{ since: number; epoch?: string }> = [];
  /** For how many seconds each read may wait. */
  readonly waits: number[] = [];
  #rows = new Map<string, ProjectionRow>();
  /** Runs before each answer, and may make it wait. */
  beforeAnswer: () => Promise<void> | void = () => {};

  /** Records what a target shows from now on. Returns its number. */
  set(
    target: string,
    row: Partial<Omit<ProjectionRow, 'target' | 'seq'>>,
  ): number {
    this.sequence += 1;
    this.#rows.set(target, {
      target,
      seq: this.sequence,
      teams: [],
      adopters: [],
      ...row,
    });
    return this.sequence;
  }

  /** Goes back to an earlier state, as a restored database does. */
  restore(options: { epoch: string; sequence: number }): void {
    this.epoch = options.epoch;
    this.sequence = options.sequence;
    this.acknowledged = Math.min(this.acknowledged, options.sequence);
    this.#rows = new Map(
      [...this.#rows].filter(([, row]) => row.seq <= options.sequence),
    );
  }

  async read(position: {
    since: number;
    epoch?: string;
    limit?: number;
    wait?: number;
  }): Promise<ProjectionPage> {
    this.asked.push({ since: position.since, epoch: position.epoch });
    this.waits.push(position.wait ?? 0);
    await this.beforeAnswer();
    this.#assertUp();
    const changes = [...this.#rows.values()]
      .filter(row => row.seq > position.since)
      .sort((one, other) => one.seq - other.seq)
      .slice(0, position.limit ?? this.pageSize);
    const last = changes.at(-1)?.seq ?? this.sequence;
    const more = [...this.#rows.values()].some(row => row.seq > last);
    return {
      epoch: this.epoch,
      sequence: more ? last : this.sequence,
      more,
      acknowledged: this.acknowledged,
      changes,
    };
  }

  async acknowledge(position: {
    epoch: string;
    sequence: number;
  }): Promise<void> {
    this.#assertUp();
    if (position.epoch === this.epoch) {
      this.acknowledged = Math.max(this.acknowledged, position.sequence);
    }
  }

  #assertUp(): void {
    if (this.down) {
      throw new ServiceUnavailableError('The pilot backend is away');
    }
  }
}
