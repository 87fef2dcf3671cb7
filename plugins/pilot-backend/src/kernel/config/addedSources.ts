import { InputError } from '@backstage/errors';
import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import { ReadinessSource } from '@pilot-to-platform/plugin-pilot-node';
import { nearest } from './nearest';

/** Source of answers that a module adds. */
export type AddedSource = Pick<ReadinessSource, 'id' | 'checks' | 'answer'>;

/** A source of a module takes the place of whatever answered before. */
export function answeredBy(
  check: CheckDefinition,
  sources: readonly AddedSource[],
): CheckDefinition {
  const source = sources.find(({ checks }) => checks.includes(check.id));
  return source
    ? { ...check, source: source.id, answer: source.answer }
    : check;
}

/** @throws InputError for checks that do not exist, or that two of them answer */
export function requireSources(
  ids: readonly string[],
  sources: readonly AddedSource[],
): void {
  const claimed = new Map<string, string>();
  for (const { id, checks } of sources) {
    for (const check of checks) {
      const other = claimed.get(check);
      if (!ids.includes(check)) {
        throw new InputError(
          `The readiness source ${id} answers ${check}, which is not a check; did you mean ${nearest(
            check,
            ids,
          )}?`,
        );
      }
      if (other) {
        throw new InputError(
          `The readiness sources ${other} and ${id} both answer ${check}; one of them has to leave it out`,
        );
      }
      claimed.set(check, id);
    }
  }
}
