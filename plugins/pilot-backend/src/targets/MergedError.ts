import { ConflictError } from '@backstage/errors';

/**
 * A write to a target whose interest was moved to another one. Its message
 * does not name that one: whether the caller sees it, this does not know.
 */
export class MergedError extends ConflictError {
  // What is no private field would be in the answer, beside the message.
  readonly #target: string;
  readonly #survivor: string;

  constructor(target: string, survivor: string) {
    super(`${target} was merged into another target and takes no interest`);
    this.#target = target;
    this.#survivor = survivor;
  }

  get survivor(): string {
    return this.#survivor;
  }

  /** For those who can see what it was merged into. */
  named(): ConflictError {
    return new ConflictError(
      `${this.#target} was merged into ${this.#survivor}; ask for that instead`,
    );
  }
}
