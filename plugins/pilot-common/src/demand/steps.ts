/**
 * Work that can be put down between its steps, each of a few milliseconds: only to
 * sort a log is one step, however long it is. The last one returns the result.
 * @public
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Does all steps in one go. @public */
export function allAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
