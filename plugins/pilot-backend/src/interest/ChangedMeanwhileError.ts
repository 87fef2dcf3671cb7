import { ConflictError } from '@backstage/errors';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** The answer is for a version of an interest that is not the present one. */
export class ChangedMeanwhileError extends ConflictError {
  readonly standing: StoredInterest;

  constructor(standing: StoredInterest) {
    super('version: the interest was changed meanwhile');
    this.standing = standing;
  }
}
