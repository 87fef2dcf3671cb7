import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readTechInsightsConfig } from './config';

function read(techInsights?: JsonObject) {
  const data: JsonObject = techInsights
    ? { pilot: { readiness: { techInsights } } }
    : {};
  return readTechInsightsConfig(mockServices.rootConfig({ data }));
}

describe('readTechInsightsConfig', () => {
  it('has no checks by default', () => {
    expect(read().checks.size).toBe(0);
    expect(read({}).checks.size).toBe(0);
  });

  it('reads ids with dots', () => {
    expect([...read({ checks: { 'docs.a-b': 'someCheck' } }).checks]).toEqual([
      ['docs.a-b', 'someCheck'],
    ]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'an unknown setting',
      { check: {} },
      'pilot.readiness.techInsights.check: is not a setting; use checks',
    ],
    [
      'an id that is none of ours',
      { checks: { 'Docs Page': 'a' } },
      'pilot.readiness.techInsights.checks.Docs Page: must be lower-case letters and digits',
    ],
    [
      'something else than an id',
      { checks: { 'docs.examples': { id: 'a' } } },
      'pilot.readiness.techInsights.checks.docs.examples: must be the id of a check in Tech Insights',
    ],
  ])('refuses %s', (_name, techInsights, message) => {
    expect(() => read(techInsights)).toThrow(message);
  });
});
