import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

const example = 'for example ?user=user:default/jane.doe';

/**
 * The full, lower-case ref of the user that the query parameter names. Kind and
 * namespace may be left out.
 *
 * @throws InputError that names the parameter and what it must be.
 */
export function parseUserRef(value: unknown): string {
  if (value === undefined || value === '') {
    throw new InputError(
      `Query parameter "user" is missing: give the ref of a user, ${example}.`,
    );
  }
  if (typeof value !== 'string') {
    throw new InputError(
      `Query parameter "user" must be given once, ${example}.`,
    );
  }
  const ref = parse(value);
  if (ref.kind.toLocaleLowerCase('en-US') !== 'user') {
    throw new InputError(
      `Query parameter "user" must be the ref of a User, which ${value} is not, ${example}.`,
    );
  }
  return stringifyEntityRef(ref);
}

function parse(value: string) {
  try {
    return parseEntityRef(value, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
  } catch {
    throw new InputError(
      `Query parameter "user" is not an entity ref, ${example}.`,
    );
  }
}
