import type { ReadinessAssessment } from './assess';
import type { AssessedCheck } from './AssessedCheck';
import { dayMs } from '../model/dayMs';

/**
 * An answer of a person that lapses soon.
 * @public
 */
export interface ExpiringAnswer {
  readonly check: string;
  readonly kind: 'attestation' | 'waiver';
  readonly id: string;
  readonly expiresAt: Date;
}

/**
 * The attestations and waivers that hold a check up and lapse within some days:
 * what an automatic source answers is asked again by itself.
 * @public
 */
export function expiringAnswers(
  { checks }: Pick<ReadinessAssessment, 'checks'>,
  within: { readonly now: Date; readonly days: number },
): ExpiringAnswer[] {
  const until = within.now.getTime() + within.days * dayMs;
  return checks
    .flatMap(heldUpBy)
    .filter(({ expiresAt }) => expiresAt.getTime() <= until);
}

function heldUpBy(assessed: AssessedCheck): ExpiringAnswer[] {
  const { verdict, answer, waiver } = assessed;
  const check = assessed.definition.id;
  if (verdict === 'waived' && waiver) {
    const { id, expiresAt } = waiver;
    return [{ check, kind: 'waiver', id, expiresAt }];
  }
  if (verdict === 'pass' && answer?.id) {
    const { id, expiresAt } = answer;
    return [{ check, kind: 'attestation', id, expiresAt }];
  }
  return [];
}
