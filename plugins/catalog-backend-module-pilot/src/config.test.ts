import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject, JsonValue } from '@backstage/types';
import { readPilotCatalogConfig, ShownInterest } from './config';

function read(pilot?: JsonObject) {
  const data: JsonObject = pilot ? { pilot } : {};
  return readPilotCatalogConfig(mockServices.rootConfig({ data }));
}

describe('readPilotCatalogConfig', () => {
  it('has defaults for everything', () => {
    expect(read()).toEqual({
      allowedKinds: ['Pilot', 'Component', 'API', 'Resource', 'System'],
      pollInterval: { seconds: 1 },
      shows: 'all',
      relationsFilter: undefined,
      reverseLimit: 500,
      modelLayer: false,
    });
  });

  it('reads everything', () => {
    expect(
      read({
        interest: { allowedKinds: ['Pilot', 'Template'] },
        catalog: {
          pollInterval: { minutes: 1 },
          syncInterval: { minutes: 5 },
          modelLayer: true,
          relations: { filter: { kind: 'Pilot' }, reverseLimit: 0 },
        },
      }),
    ).toEqual({
      allowedKinds: ['Pilot', 'Template'],
      pollInterval: { minutes: 1 },
      shows: 'all',
      relationsFilter: { kind: 'Pilot' },
      reverseLimit: 0,
      modelLayer: true,
    });
  });

  it.each<[JsonValue, ShownInterest]>([
    ['off', 'off'],
    [false, 'off'],
    ['all', 'all'],
    [{ show: 'off' }, 'off'],
    [{ show: false }, 'off'],
    [{ show: 'targets', filter: { kind: 'API' } }, 'targets'],
    [{ filter: { kind: 'API' } }, 'all'],
    [{}, 'all'],
  ])('with relations %j shows %s', (relations, shows) => {
    expect(read({ catalog: { relations } }).shows).toBe(shows);
  });

  it.each<[JsonValue, string]>([
    ['some', "relations: must be one of off, targets, all, not 'some'"],
    [
      { show: 'on' },
      "relations.show: must be one of off, targets, all, not 'on'",
    ],
    ['targets', 'relations.filter: is needed to show interest in some targets'],
    [{ show: 'targets' }, 'relations.filter: is needed'],
    [true, "relations: must be one of off, targets, all, not 'true'"],
  ])('refuses relations %j', (relations, message) => {
    expect(() => read({ catalog: { relations } })).toThrow(message);
  });

  it.each<[string, string]>([
    ['10s', 'seconds'],
    ['PT10S', 'seconds'],
  ])('reads the interval %s', (pollInterval, unit) => {
    expect(read({ catalog: { pollInterval } }).pollInterval).toMatchObject({
      [unit]: 10,
    });
  });

  it.each<[string, JsonObject, string]>([
    [
      'an interval of two units, which two files would add up',
      { catalog: { pollInterval: { seconds: 1, minutes: 2 } } },
      'pilot.catalog.pollInterval: must have one unit, not seconds and minutes',
    ],
    [
      'an unknown setting',
      { catalog: { pollIntervall: '1s' } },
      'pilot.catalog.pollIntervall: is not a setting',
    ],
    [
      'an unknown setting of relations',
      { catalog: { relations: { limit: 5 } } },
      'pilot.catalog.relations.limit: is not a setting; use one of show, filter, reverseLimit',
    ],
    [
      'no kinds',
      { interest: { allowedKinds: [] } },
      'pilot.interest.allowedKinds: must list at least one',
    ],
    [
      'a ref as kind',
      { interest: { allowedKinds: ['api:a'] } },
      "pilot.interest.allowedKinds: must list at least one entity kind, such as Component, not 'api:a'",
    ],
    [
      'kinds in one text',
      { interest: { allowedKinds: 'Pilot' } },
      'pilot.interest.allowedKinds',
    ],
    [
      'an interval in words',
      { catalog: { pollInterval: 'often' } },
      'pilot.catalog.pollInterval',
    ],
    [
      'an interval of nothing',
      { catalog: { pollInterval: { seconds: 0 } } },
      'pilot.catalog.pollInterval: must be at least 100 milliseconds',
    ],
    [
      'a filter that is text',
      { catalog: { relations: { filter: 'Pilot' } } },
      "pilot.catalog.relations.filter: must be an object such as { kind: Component }, not 'Pilot'",
    ],
    [
      'a filter of an unknown operator',
      { catalog: { relations: { filter: { $or: [] } } } },
      'pilot.catalog.relations.filter',
    ],
    [
      'a negative limit',
      { catalog: { relations: { reverseLimit: -1 } } },
      'pilot.catalog.relations.reverseLimit: must be a whole number from 0, not -1',
    ],
    [
      'half a team',
      { catalog: { relations: { reverseLimit: 1.5 } } },
      'pilot.catalog.relations.reverseLimit',
    ],
    [
      'a limit in words',
      { catalog: { relations: { reverseLimit: 'many' } } },
      'pilot.catalog.relations.reverseLimit',
    ],
    [
      'a switch in words',
      { catalog: { modelLayer: 'perhaps' } },
      'pilot.catalog.modelLayer',
    ],
  ])('refuses %s', (_name, pilot, message) => {
    expect(() => read(pilot)).toThrow(message);
  });
});
