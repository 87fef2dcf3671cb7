import PQueue from 'p-queue';
import { TooManyRequestsError } from './TooManyRequestsError';
import { Size } from './Cost';
import { whileWaitedFor } from './giveWay';
import { LineOptions, WaitingLine } from './WaitingLine';

/** Limits of the costly reads at a time. */
export interface CostLimits {
  /** Of one person or service. */
  readonly perPerson: Places;
  /** Of everybody, in one replica. */
  readonly inAll: Places;
}

/** Numbers of reads that may run, and that may wait beside them. */
export interface Places {
  readonly running: number;
  readonly waiting: number;
}

/** A read that takes its place among the others. */
export interface CostlyRead {
  readonly size: Size;
  /** Ref or name of the User or service that asks. */
  readonly by: string;
  /** Name of the work of which one runs at a time, if it is `alone`. */
  readonly kind: string;
  /** Given when nobody waits for it any more. */
  readonly signal?: AbortSignal;
}

type Line = PQueue<WaitingLine, LineOptions>;

/** The reads of one person. */
interface PersonReads {
  readonly line: Line;
  /** Running and waiting. */
  taken: number;
  running: number;
}

/** Seconds after which a place is likely to be free. */
const retryAfter = 10;

/**
 * The one way to everything that reads more than a page. Each person has a line
 * of their own, and only as many of it as they may have at work stand in the line
 * of all: whoever asks for a lot waits for themselves, and not others for them.
 */
export class CostlyReads {
  readonly #limits: CostLimits;
  readonly #all: Line;
  readonly #persons = new Map<string, PersonReads>();
  readonly #alone = new Set<string>();
  #taken = 0;

  constructor(limits: CostLimits) {
    this.#limits = limits;
    this.#all = lineOf(limits.inAll.running);
  }

  /** Everything that is worked on or waits. */
  get taken(): number {
    return this.#taken;
  }

  /**
   * @throws TooManyRequestsError where no place is left to wait in
   * @throws the reason of the signal, if it is given before the work is done
   */
  async run<T>(read: CostlyRead, work: () => Promise<T>): Promise<T> {
    const { size, by, kind, signal } = read;
    if (size === 'small') {
      return work();
    }
    signal?.throwIfAborted();
    if (size === 'alone' && this.#alone.has(kind)) {
      throw new TooManyRequestsError(
        'Another one of these is being worked out; ask again when it is done',
        retryAfter,
      );
    }
    const own = this.#ownOf(by);
    this.#requirePlace(own);
    this.#take(by, own, +1);
    if (size === 'alone') {
      this.#alone.add(kind);
    }
    try {
      return await inLine(own.line, signal, () => {
        own.running += 1;
        return inLine(this.#all, signal, () =>
          whileWaitedFor(signal, work),
        ).finally(() => {
          own.running -= 1;
        });
      });
    } finally {
      this.#take(by, own, -1);
      if (size === 'alone') {
        this.#alone.delete(kind);
      }
    }
  }

  #requirePlace(own: PersonReads): void {
    const { perPerson, inAll } = this.#limits;
    if (own.taken >= perPerson.running + perPerson.waiting) {
      throw new TooManyRequestsError(
        `${own.taken} requests of yours that read a lot are being answered or wait; ask again when one of them is done`,
        retryAfter,
      );
    }
    const waits =
      own.running >= perPerson.running || this.#all.pending >= inAll.running;
    if (waits && this.#taken - this.#all.pending >= inAll.waiting) {
      throw new TooManyRequestsError(
        'Too many requests that read a lot are waiting; ask again later',
        retryAfter,
      );
    }
  }

  #ownOf(by: string): PersonReads {
    const { running } = this.#limits.perPerson;
    return (
      this.#persons.get(by) ?? { line: lineOf(running), taken: 0, running: 0 }
    );
  }

  #take(by: string, own: PersonReads, count: 1 | -1): void {
    own.taken += count;
    this.#taken += count;
    if (own.taken > 0) {
      this.#persons.set(by, own);
    } else {
      this.#persons.delete(by);
    }
  }
}

function lineOf(concurrency: number): Line {
  return new PQueue({ concurrency, queueClass: WaitingLine });
}

/** Waits for a turn, unless it leaves before; what has begun is left to end by itself. */
function inLine<T>(
  line: Line,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = () => reject(signal!.reason);
    signal?.addEventListener('abort', leave, { once: true });
    line
      .add(
        () => {
          signal?.removeEventListener('abort', leave);
          return work();
        },
        { signal },
      )
      .then(resolve, reject);
  });
}
