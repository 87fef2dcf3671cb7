import { InputError } from '@backstage/errors';
import { AssessedCheck } from '@pilot-to-platform/plugin-pilot-common';
import { nearest } from '../kernel/config/nearest';

/**
 * The check of an id among those in force.
 *
 * @param field - what the field of the id is in, with a dot behind it
 * @throws InputError that names the nearest one
 */
export function checkAmong(
  checks: readonly AssessedCheck[],
  id: string,
  field = '',
): AssessedCheck {
  const found = checks.find(({ definition }) => definition.id === id);
  if (!found) {
    const ids = checks.map(({ definition }) => definition.id);
    throw new InputError(
      ids.length > 0
        ? `${field}check: there is no check ${id}; did you mean ${nearest(
            id,
            ids,
          )}?`
        : `${field}check: there are no checks`,
    );
  }
  return found;
}
