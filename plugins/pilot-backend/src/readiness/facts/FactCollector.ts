import { LoggerService } from '@backstage/backend-plugin-api';
import {
  applicableChecks,
  CheckDefinition,
} from '@pilot-to-platform/plugin-pilot-common';
import { Measurements } from '../../kernel/announce/Measurements';
import { PilotStatement } from '../../kernel/store/readiness/readinessRows';
import { CatalogSource, loadSurroundings } from './loadSurroundings';
import { pilotStatement } from './pilotStatement';
import { FactSource, SourceReply } from '../sources/FactSource';
import { AdoptionFacts, Surroundings } from './Surroundings';

/** The sources' present answers about an entity. */
export interface CollectedFacts {
  readonly ref: string;
  readonly applicable: readonly string[];
  /** By the source that told it. */
  readonly told: ReadonlyMap<string, SourceReply>;
  /** The sources that were asked and did not answer. */
  readonly silent: readonly string[];
  readonly statement: PilotStatement;
}

/** Time of a collection, and the signal that ends it. */
export interface CollectOptions {
  readonly now: Date;
  readonly signal?: AbortSignal;
}

/** An entity, with what is told of it so far. */
interface Subject {
  readonly surroundings: Surroundings;
  readonly applicable: ReadonlySet<string>;
  readonly told: Map<string, SourceReply>;
  readonly silent: string[];
}

/** A source that has not answered by then is silent: people may be waiting. */
const timeoutMs = 15_000;
/** For a source that heard that its time is over to hand in what it has. */
const handInMs = 1000;

interface Deps {
  readonly catalog: CatalogSource;
  sources: readonly FactSource[];
  checks: readonly CheckDefinition[];
  readonly logger: LoggerService;
  readonly measurements: Measurements;
}

/** Asks the automatic sources about entities. */
export class FactCollector {
  readonly #deps: Deps;
  /** One warning for each source while it fails: the next attempt is never far. */
  readonly #failing = new Set<string>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Collects answers about those of the entities that the catalog has. A source
   * that fails is silent; the others answer all the same.
   *
   * @throws where the catalog cannot be asked
   */
  async collect(
    refs: readonly string[],
    adoptions: ReadonlyMap<string, AdoptionFacts>,
    options: CollectOptions,
  ): Promise<CollectedFacts[]> {
    const subjects: Subject[] = (
      await loadSurroundings(this.#deps.catalog, refs, adoptions)
    ).map(surroundings => ({
      surroundings,
      applicable: applicableChecks(this.#deps.checks, surroundings.entity),
      told: new Map(),
      silent: [],
    }));
    await Promise.all(
      this.#deps.sources.map(source =>
        this.#collectFrom(source, subjects, options),
      ),
    );
    return subjects.map(({ surroundings, applicable, told, silent }) => ({
      ref: surroundings.ref,
      applicable: [...applicable],
      told,
      silent: [...silent].sort(),
      statement: pilotStatement(surroundings.entity),
    }));
  }

  async #collectFrom(
    source: FactSource,
    subjects: readonly Subject[],
    options: CollectOptions,
  ): Promise<void> {
    const asked = subjects.flatMap(subject => {
      const checks = this.#deps.checks.filter(
        ({ id, source: by }) => by === source.id && subject.applicable.has(id),
      );
      return checks.length > 0 ? [{ subject, checks }] : [];
    });
    const { answers, silent } = await this.#ask(
      source,
      asked.map(({ subject: { surroundings }, checks }) => ({
        surroundings,
        checks,
      })),
      options,
    );
    for (const { subject } of asked) {
      const told = answers.get(subject.surroundings.ref);
      if (told) {
        subject.told.set(source.id, told);
      }
      if (!told || silent.has(subject.surroundings.ref)) {
        subject.silent.push(source.id);
      }
    }
  }

  async #ask(
    source: FactSource,
    subjects: Parameters<FactSource['collect']>[0],
    options: CollectOptions,
  ): Promise<{
    readonly answers: ReadonlyMap<string, SourceReply>;
    readonly silent: ReadonlyMap<string, unknown>;
  }> {
    const silent = new Map<string, unknown>();
    const onSilent = (ref: string, error: unknown) => silent.set(ref, error);
    let answers: ReadonlyMap<string, SourceReply> = new Map();
    if (subjects.length === 0) {
      return { answers, silent };
    }
    try {
      answers = await inTime(
        signal => source.collect(subjects, { ...options, signal, onSilent }),
        options.signal,
      );
      if (silent.size < subjects.length) {
        this.#failing.delete(source.id);
        this.#deps.measurements.sourceAsked(source.id, true);
      } else {
        this.#failed(source, [...silent.values()][0]);
      }
    } catch (error) {
      this.#failed(source, error);
    }
    return { answers, silent };
  }

  #failed({ id }: FactSource, error: unknown): void {
    this.#deps.measurements.sourceAsked(id, false);
    if (!this.#failing.has(id)) {
      this.#deps.logger.warn(
        `The readiness source ${id} cannot be asked; its last answers hold until they are stale`,
        error as Error,
      );
    }
    this.#failing.add(id);
  }
}

/**
 * Returns the answer that comes before a source is given up. One that listens
 * hands in what it has when it hears that the time is over; one that does not
 * is not waited for.
 */
async function inTime<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  outer: AbortSignal | undefined,
): Promise<T> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = outer ? AbortSignal.any([outer, timeout]) : timeout;
  let last: NodeJS.Timeout | undefined;
  let giveUp = () => {};
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => {
      last = setTimeout(() => reject(signal.reason), handInMs);
    };
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([ask(signal), aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
    clearTimeout(last);
  }
}
