/**
 * Work that can be put down between its steps: each takes a few milliseconds at the
 * most, and the last one returns the result.
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
