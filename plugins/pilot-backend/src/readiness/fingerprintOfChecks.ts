import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import { createHash } from 'node:crypto';

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
      .update(JSON.stringify(asked))
      .digest('hex')
      .slice(0, 12);
    known.set(checks, fingerprint);
  }
  return fingerprint;
}
