/**
 * Maps the former times in one log to the new ones, for whatever says the same
 * times: by what a line is about, such as the id of an interest.
 */
export class LogTimes {
  readonly #moved = new Map<string, number[]>();
  #lines = 0;
  #earliest = Infinity;

  /** In the order of the log. */
  add(about: string, before: number, after: number): void {
    this.#lines += 1;
    this.#earliest = Math.min(this.#earliest, after);
    for (const key of [`${about} ${before}`, ` ${before}`]) {
      const known = this.#moved.get(key);
      if (known) {
        known.push(after);
      } else {
        this.#moved.set(key, [after]);
      }
    }
  }

  /** Number of lines that changed. */
  get lines(): number {
    return this.#lines;
  }

  /** The earliest instant that something is dated to now. */
  get earliest(): Date | undefined {
    return this.#lines > 0 ? new Date(this.#earliest) : undefined;
  }

  /** The first time that a time became, of the lines about something or of all. */
  first(before: number, about = ''): number | undefined {
    return this.#moved.get(`${about} ${before}`)?.[0];
  }

  last(before: number, about = ''): number | undefined {
    return this.#moved.get(`${about} ${before}`)?.at(-1);
  }
}
