import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { PilotValidator } from './PilotValidator';

const validator = new PilotValidator({
  implementedByKinds: ['Component', 'API', 'Resource', 'System'],
});

const minimal = { owner: 'group:default/partner-tech', problem: 'Slow data' };

function pilot(spec: JsonValue | undefined): Entity {
  return {
    apiVersion: 'pilot-to-platform/v1alpha1',
    kind: 'Pilot',
    metadata: { name: 'delta-sharing' },
    spec: spec as JsonObject,
  };
}

const step = { id: 'create-recipient', title: 'Create a recipient by hand' };
const decision = { title: 'Open protocol', rationale: 'No vendor lock-in' };

describe('PilotValidator', () => {
  describe('accepts', () => {
    const good: Array<[string, JsonObject]> = [
      ['only what is required', {}],
      ['an owner without kind and namespace', { owner: 'partner-tech' }],
      ['an owner whose kind is in capitals', { owner: 'Group:Partner-Tech' }],
      ['an owner of another namespace', { owner: 'group:emea/partner-tech' }],
      ['a type of its own', { type: 'capability' }],
      ...[
        'pilot',
        'demand',
        'build-out',
        'platform',
        'point-solution',
        'retired',
      ].map((phase): [string, JsonObject] => [`the phase ${phase}`, { phase }]),
      ['a capability of one word', { capability: 'sharing' }],
      ['a system and a domain', { system: 'data', domain: 'domain:partners' }],
      [
        'every kind that can implement it',
        {
          implementedBy: [
            'component:a',
            'b',
            'api:default/recipient-api',
            'resource:bucket',
            'system:emea/data',
          ],
        },
      ],
      ['nothing that implements it yet', { implementedBy: [] }],
      ['a decision without a link', { decisions: [decision] }],
      [
        'a decision with a link',
        {
          decisions: [
            { ...decision, link: 'https://docs.example.com/7?a=b#c' },
          ],
        },
      ],
      ['a step of unknown length', { manualSteps: [step] }],
      ['a step of half a minute', { manualSteps: [{ ...step, minutes: 0.5 }] }],
      ['a step every day', { manualSteps: [{ ...step, timesPerMonth: 30 }] }],
      [
        'a step once in four months',
        { manualSteps: [{ ...step, minutes: 90, timesPerMonth: 0.25 }] },
      ],
      [
        'a step automated by a template',
        {
          manualSteps: [
            { ...step, automatedBy: 'template:default/create-recipient' },
          ],
        },
      ],
      [
        'a step automated behind a link',
        {
          manualSteps: [{ ...step, automatedBy: 'http://ci.example.com/job' }],
        },
      ],
      [
        'a measure from nothing to nothing',
        { successMeasures: [{ title: 'Incidents', target: 0, current: 0 }] },
      ],
      [
        'a measure that is not read yet',
        { successMeasures: [{ title: 'Partners', target: 20 }] },
      ],
      ['platform scale', { platformScale: { rationale: 'Everyone logs in' } }],
      ['a hand-off', { handOff: { to: 'data-platform', rationale: 'Skills' } }],
    ];

    it.each(good)('%s', (_name, change) => {
      expect(validator.validate(pilot({ ...minimal, ...change }))).toBe(true);
    });

    it('the whole example of the documentation', () => {
      expect(
        validator.validate(
          pilot({
            type: 'capability',
            owner: 'group:partner-tech',
            phase: 'pilot',
            problem: 'Partners wait days for data extracts',
            capability: 'data-sharing',
            system: 'partner-data',
            domain: 'partners',
            implementedBy: [
              'component:delta-share-server',
              'api:recipient-api',
            ],
            decisions: [{ ...decision, link: 'https://docs.example.com/adr' }],
            manualSteps: [{ ...step, minutes: 30, timesPerMonth: 4 }],
            successMeasures: [{ title: 'Partners', target: 20, current: 7 }],
            platformScale: { rationale: 'Every team has partners' },
            handOff: {
              to: 'group:data-platform',
              rationale: 'They operate it',
            },
          }),
        ),
      ).toBe(true);
    });
  });

  it.each([
    ['a Component', 'backstage.io/v1alpha1', 'Component'],
    ['a Group', 'backstage.io/v1alpha1', 'Group'],
    ['a kind of another product', 'example.com/v1', 'CoPilot'],
  ])('leaves %s to others', (_name, apiVersion, kind) => {
    const entity = { apiVersion, kind, metadata: { name: 'x' } };
    expect(validator.validate(entity)).toBe(false);
  });

  describe('refuses', () => {
    it.each([
      [
        'no spec',
        undefined,
        'spec: is missing; add a spec with owner and problem',
      ],
      [
        'an empty spec',
        null,
        'spec: is empty; add a spec with owner and problem',
      ],
      ['a spec that is a list', [], 'spec: must be an object'],
    ])('%s', (_name, spec, expected) => {
      expect(refusal(pilot(spec))).toContain(expected);
    });

    it.each([
      [
        'the apiVersion of Backstage',
        { apiVersion: 'backstage.io/v1alpha1' },
        "apiVersion: must be pilot-to-platform/v1alpha1, not 'backstage.io/v1alpha1'; use apiVersion: pilot-to-platform/v1alpha1",
      ],
      [
        'a later version',
        { apiVersion: 'pilot-to-platform/v1' },
        'use apiVersion: pilot-to-platform/v1alpha1',
      ],
      ['a kind in small letters', { kind: 'pilot' }, 'kind: must be Pilot'],
      ['another kind of this group', { kind: 'Pilots' }, 'kind: must be Pilot'],
    ])('%s', (_name, change, expected) => {
      expect(refusal({ ...pilot(minimal), ...change })).toContain(expected);
    });
  });

  it('names all problems at once, in one line', () => {
    const message = refusal(
      pilot({
        owner: 'user:ada',
        phase: 'buildout',
        manualSteps: [
          { id: 'a', title: '' },
          { id: 'a', title: 'b', mins: 2 },
        ],
      }),
    );
    expect(message).toMatch(/^6 problems: \(1\) [^\n]+ \(6\) [^\n]+$/);
    for (const field of [
      'spec.owner',
      'spec.phase',
      'spec.problem',
      'spec.manualSteps[0].title',
      'spec.manualSteps[1].id',
      'spec.manualSteps[1].mins',
    ]) {
      expect(message).toContain(`) ${field}: `);
    }
  });

  it('compares refs within the namespace of the Pilot', () => {
    const entity = pilot({
      owner: 'group:emea/tech',
      problem: 'x',
      handOff: { to: 'tech', rationale: 'x' },
    });
    expect(validator.validate(entity)).toBe(true);
    entity.metadata.namespace = 'emea';
    expect(refusal(entity)).toContain('spec.handOff.to: is the owner itself');
  });
});

function refusal(entity: Entity): string {
  try {
    validator.validate(entity);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error('was accepted');
}
