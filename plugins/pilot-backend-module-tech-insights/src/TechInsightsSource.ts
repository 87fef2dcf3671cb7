import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ReadinessSource,
  ReadinessSubject,
  SourceAnswer,
} from '@pilot-to-platform/plugin-pilot-node';
import { chunk } from 'lodash';
import { answerOf } from './answerOf';
import { matchesFilter } from './matchesFilter';
import {
  CheckRun,
  RegisteredCheck,
  TechInsights,
  TechInsightsOptions,
} from './TechInsights';

/** Tech Insights reads at most 100 kB of a request. */
const batchSize = 50;
/** Number of entities to request the age of facts for at a time. */
const atOnce = 10;

/** Question to Tech Insights about one entity, for at least one check. */
interface Question {
  readonly ref: string;
  /** The ids of checks in Tech Insights, by the ids of ours. */
  readonly checks: ReadonlyMap<string, string>;
}

/** Answers checks with the results of Tech Insights. */
export class TechInsightsSource implements ReadinessSource {
  readonly id = 'tech-insights';
  readonly checks: readonly string[];
  readonly answer = 'Tech Insights runs a check.';
  readonly #theirs: ReadonlyMap<string, string>;
  readonly #techInsights: TechInsights;
  readonly #logger: LoggerService;
  #missing = '';

  constructor(options: {
    /** The ids of checks in Tech Insights, by the ids of ours. */
    checks: ReadonlyMap<string, string>;
    techInsights: TechInsights;
    logger: LoggerService;
  }) {
    this.checks = [...options.checks.keys()];
    this.#theirs = options.checks;
    this.#techInsights = options.techInsights;
    this.#logger = options.logger;
  }

  async collect(
    subjects: readonly ReadinessSubject[],
    options: TechInsightsOptions,
  ): Promise<ReadonlyMap<string, readonly SourceAnswer[]>> {
    const answers = new Map<string, readonly SourceAnswer[]>();
    if (subjects.length === 0) {
      return answers;
    }
    const registered = await this.#techInsights.listChecks(options);
    this.#warnOfMissing(registered);
    const questions: Question[] = [];
    for (const subject of subjects) {
      const checks = this.#askedOf(subject, registered);
      if (checks.size > 0) {
        questions.push({ ref: subject.ref, checks });
      } else {
        answers.set(subject.ref, []);
      }
    }
    for (const batch of chunk(questions, batchSize)) {
      const runs = await this.#run(batch, options);
      for (const some of chunk(batch, atOnce)) {
        await Promise.all(
          some.map(async question => {
            const given = runs.get(question.ref);
            if (given) {
              answers.set(
                question.ref,
                await this.#answers(question, given, options),
              );
            }
          }),
        );
      }
    }
    return answers;
  }

  /** One check that is not there would make Tech Insights refuse all others. */
  #askedOf(
    subject: ReadinessSubject,
    registered: readonly RegisteredCheck[],
  ): ReadonlyMap<string, string> {
    return new Map(
      subject.checks.flatMap((ours): Array<[string, string]> => {
        const theirs = registered.find(
          ({ id }) => id === this.#theirs.get(ours),
        );
        return theirs && matchesFilter(theirs.filter, subject.entity)
          ? [[ours, theirs.id]]
          : [];
      }),
    );
  }

  /**
   * Runs the checks and returns their results by entity. A check that breaks
   * takes all others of the entity with it, so these are asked one by one then;
   * an entity of which every check breaks is left out.
   */
  async #run(
    questions: readonly Question[],
    options: TechInsightsOptions,
  ): Promise<Map<string, CheckRun[]>> {
    const found = new Map<string, CheckRun[]>();
    const checks = [...new Set(questions.flatMap(idsOf))];
    const refs = questions.map(({ ref }) => ref);
    const all = await this.#techInsights.runChecks(refs, checks, options);
    for (const { ref, runs, broken } of all) {
      if (!broken) {
        found.set(ref, [...runs]);
      }
    }
    const left = questions.filter(({ ref }) => !found.has(ref));
    for (const check of checks.length > 1 ? checks : []) {
      const asked = left.filter(each => idsOf(each).includes(check));
      if (asked.length > 0) {
        const one = await this.#techInsights.runChecks(
          asked.map(({ ref }) => ref),
          [check],
          options,
        );
        for (const { ref, runs, broken } of one) {
          if (!broken) {
            found.set(ref, [...(found.get(ref) ?? []), ...runs]);
          }
        }
      }
    }
    return found;
  }

  async #answers(
    { ref, checks }: Question,
    runs: readonly CheckRun[],
    options: TechInsightsOptions,
  ): Promise<SourceAnswer[]> {
    const told = [...checks].flatMap(([ours, theirs]) => {
      const run = runs.find(each => each.check.id === theirs);
      return run ? [{ ours, run }] : [];
    });
    const retrievers = [
      ...new Set(told.flatMap(({ run }) => run.check.factIds)),
    ];
    const times =
      retrievers.length > 0
        ? await this.#techInsights.factTimes(ref, retrievers, options)
        : new Map<string, Date>();
    return told.flatMap(
      ({ ours, run }) => answerOf(ours, run, oldest(run, times)) ?? [],
    );
  }

  /** Once for each set of missing checks: this runs every few minutes. */
  #warnOfMissing(registered: readonly RegisteredCheck[]): void {
    const ids = new Set(registered.map(({ id }) => id));
    const missing = [...this.#theirs]
      .filter(([, theirs]) => !ids.has(theirs))
      .map(([ours, theirs]) => `${theirs} (for ${ours})`)
      .join(', ');
    if (missing && missing !== this.#missing) {
      this.#logger.warn(
        `Tech Insights has no check ${missing}: what it was to answer stays unknown`,
      );
    }
    this.#missing = missing;
  }
}

function idsOf({ checks }: Question): string[] {
  return [...checks.values()];
}

/**
 * The age of an answer is that of its oldest facts: where their retriever
 * broke, Tech Insights goes on deciding by the last ones.
 */
function oldest(
  { check }: CheckRun,
  times: ReadonlyMap<string, Date>,
): Date | undefined {
  const known = check.factIds.flatMap(id => times.get(id)?.getTime() ?? []);
  return known.length > 0
    ? new Date(Math.min(...known, Date.now()))
    : undefined;
}
