import type { Entity } from '@backstage/catalog-model';
import { mirroredFacts } from './mirroredFacts';

const entity = (
  spec: Entity['spec'] = {},
  metadata: object = {},
  kind = 'Pilot',
): Entity => ({
  apiVersion: 'pilot-to-platform/v1alpha1',
  kind,
  metadata: { name: 'lake', title: 'Lake', ...metadata },
  spec: { owner: 'data', problem: 'Copies', implementedBy: ['a'], ...spec },
});

describe('mirroredFacts', () => {
  it.each<[string, Entity, string?]>([
    ['the title', entity({}, { title: 'Sea' })],
    ['the owner', entity({ owner: 'payments' })],
    ['the type', entity({ type: 'capability' })],
    ['the System', entity({ system: 'analytics' })],
    ['what implements it', entity({ implementedBy: ['a', 'b'] })],
    ['the Group above', entity({ parent: 'commerce' })],
    ['the capability', entity({ capability: 'data-sharing' })],
    ['the problem', entity({ problem: 'Waiting' })],
    ['the description', entity({}, { description: 'Tables' })],
    [
      'the annotation that consents',
      entity({}, { annotations: { 'pilot-to-platform/implements': 'lake' } }),
    ],
  ])('differ with %s', (_, changed) => {
    expect(mirroredFacts(changed)).not.toBe(mirroredFacts(entity()));
  });

  it.each<[string, Entity]>([
    ['the phase, which the catalog module sets', entity({ phase: 'demand' })],
    ['labels', entity({}, { labels: { tier: '1' } })],
    ['what nobody keeps', entity({ lifecycle: 'production' })],
  ])('do not differ with %s', (_, changed) => {
    expect(mirroredFacts(changed)).toBe(mirroredFacts(entity()));
  });

  it('of other kinds hold no texts', () => {
    const one = entity({ problem: 'x' }, { description: 'y' }, 'Component');
    expect(mirroredFacts(one)).toBe(
      mirroredFacts(entity({ problem: 'z' }, {}, 'Component')),
    );
  });
});
