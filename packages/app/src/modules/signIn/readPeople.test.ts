import { ConfigReader } from '@backstage/config';
import { readPeople } from './readPeople';

function config(people?: object[]) {
  return new ConfigReader({
    auth: { providers: { development: { people } } },
  } as ConstructorParameters<typeof ConfigReader>[0]);
}

describe('readPeople', () => {
  it('reads the people in their order', () => {
    expect(
      readPeople(
        config([
          { user: 'user:default/ines', name: 'Inês', hint: 'architect' },
          { user: 'user:default/ada', name: 'Ada' },
        ]),
      ),
    ).toEqual([
      { user: 'user:default/ines', name: 'Inês', hint: 'architect' },
      { user: 'user:default/ada', name: 'Ada', hint: undefined },
    ]);
  });

  it('calls a person by the ref when there is no name', () => {
    const [person] = readPeople(config([{ user: 'user:default/sam' }]));

    expect(person.name).toBe('user:default/sam');
  });

  it.each([
    ['an empty list', config([])],
    ['no list', config()],
    ['no sign-in at all', new ConfigReader({})],
  ])('offers nobody with %s', (_name, root) => {
    expect(readPeople(root)).toEqual([]);
  });
});
