import type { Config } from '@backstage/config';

/** Somebody who is offered by name on the sign-in page. */
export interface Person {
  readonly user: string;
  readonly name: string;
  readonly hint?: string;
}

/** `auth.providers.development.people`, in the order of the configuration. */
export function readPeople(config: Config): Person[] {
  const people =
    config.getOptionalConfigArray('auth.providers.development.people') ?? [];
  return people.map(person => {
    const user = person.getString('user');
    return {
      user,
      name: person.getOptionalString('name') ?? user,
      hint: person.getOptionalString('hint'),
    };
  });
}
