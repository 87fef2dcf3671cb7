import { Clock, ClockReading } from './Clock';

/**
 * Carries the readings of a database's clock on. The clock of this process has no
 * part in it: what is counted are the milliseconds since it began, which nobody
 * sets.
 */
export class DatabaseClock {
  readonly #count: () => number;
  /** Database's clock minus count, and how far off that may be. */
  #offset: number;
  #doubt = Infinity;

  constructor(start: Date, count: () => number = () => performance.now()) {
    this.#count = count;
    this.#offset = start.getTime() - count();
  }

  now(): Date {
    return new Date(this.#offset + this.#count());
  }

  /** Largest error, in milliseconds; infinite before the first reading. */
  get doubt(): number {
    return this.#doubt;
  }

  /**
   * A reading was taken after it was asked for and before it arrived. One that
   * took longer says less, and is followed only where it contradicts what is known:
   * clocks drift, are set, and are replaced together with their database.
   */
  follow({ at, sent, received }: ClockReading): Date {
    const least = at - received;
    const most = at - sent;
    const contradicts = this.#offset < least || this.#offset > most;
    const doubt = (most - least) / 2;
    if (contradicts || doubt <= this.#doubt) {
      this.#offset = (least + most) / 2;
      this.#doubt = doubt;
    }
    return new Date(at);
  }

  /** As services take it. */
  get clock(): Clock {
    return Object.assign(() => this.now(), {
      follow: (reading: ClockReading) => this.follow(reading),
    });
  }
}
