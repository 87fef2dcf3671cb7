import type { Queue, QueueAddOptions } from 'p-queue';

type Run = () => Promise<unknown>;

/** Options of a read in line; the signal lets it leave. */
export interface LineOptions extends QueueAddOptions {
  readonly signal?: AbortSignal;
}

/** First come, first served; whoever is not waited for any more leaves the line. */
export class WaitingLine implements Queue<Run, LineOptions> {
  readonly #waiting = new Set<Run>();

  get size(): number {
    return this.#waiting.size;
  }

  enqueue(run: Run, { signal }: Partial<LineOptions> = {}): void {
    this.#waiting.add(run);
    signal?.addEventListener('abort', () => this.#waiting.delete(run), {
      once: true,
    });
  }

  dequeue(): Run | undefined {
    const [first] = this.#waiting;
    this.#waiting.delete(first);
    return first;
  }

  filter(): Run[] {
    return [...this.#waiting];
  }
}
