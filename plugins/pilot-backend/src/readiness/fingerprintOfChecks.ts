import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import { createHash } from 'node:crypto';

/** Raised where more is kept of an answer, which has to be collected first. */
const answersKept = 'with what they were made from';

const known = new WeakMap<readonly CheckDefinition[], string>();

/**
 * Names checks by what their automatic answers depend on: answers that were
 * collected under another fingerprint have to be collected anew.
 */
export function fingerprintOfChecks(
  checks: readonly CheckDefinition[],
): string {
  let fingerprint = known.get(checks);
  if (!fingerprint) {
    const asked = checks.map(check => [
      check.id,
      check.source ?? null,
      check.appliesTo,
      check.predicate ?? null,
      check.options ?? null,
    ]);
    fingerprint = createHash('sha256')
      .update(JSON.stringify([answersKept, asked]))
      .digest('hex')
      .slice(0, 12);
    known.set(checks, fingerprint);
  }
  return fingerprint;
}
