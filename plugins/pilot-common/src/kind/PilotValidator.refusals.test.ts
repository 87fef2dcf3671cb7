import { JsonObject } from '@backstage/types';
import { PilotValidator } from './PilotValidator';

const validator = new PilotValidator({
  implementedByKinds: ['Component', 'API', 'Resource', 'System'],
});

const step = { id: 'create-recipient', title: 'Create a recipient by hand' };
const script = ['javascript', 'alert(1)'].join(':');
const decision = { title: 'Open protocol', rationale: 'No vendor lock-in' };

describe('PilotValidator refuses a spec with', () => {
  /** Name, change of a minimal spec (undefined removes), field, part of the fix. */
  const bad: Array<[string, { [key: string]: unknown }, string, string]> = [
    [
      'no owner',
      { owner: undefined },
      'spec.owner',
      'is missing; use a ref such as group:default/payments',
    ],
    [
      'an empty owner line',
      { owner: null },
      'spec.owner',
      'is empty; use a ref such as group:default/payments',
    ],
    [
      'an owner of no text',
      { owner: '' },
      'spec.owner',
      'group:default/payments',
    ],
    [
      'a User as owner',
      { owner: 'user:default/ada' },
      'spec.owner',
      "must be a Group, because a pilot is a team's, not the user 'user:default/ada'; use a ref such as group:default/payments",
    ],
    [
      'an owner that is a list',
      { owner: ['group:a'] },
      'spec.owner',
      'must be a Group',
    ],
    [
      'an owner with a space',
      { owner: 'group:default/partner tech' },
      'spec.owner',
      'must be an entity ref',
    ],
    [
      'an owner with too many parts',
      { owner: 'group:a/b/c' },
      'spec.owner',
      'must be an entity ref',
    ],
    [
      'no problem',
      { problem: undefined },
      'spec.problem',
      'is missing; say whose problem this solves',
    ],
    [
      'a problem of blanks',
      { problem: '  \n ' },
      'spec.problem',
      'is empty; say whose problem this solves',
    ],
    [
      'a problem that is a number',
      { problem: 7 },
      'spec.problem',
      'must be text',
    ],
    ['an empty type', { type: '' }, 'spec.type', 'use a word of your own'],
    [
      'an unknown phase',
      { phase: 'live' },
      'spec.phase',
      'must be one of pilot, demand, build-out, platform, point-solution, retired',
    ],
    ['a misspelt phase', { phase: 'buildout' }, 'spec.phase', 'use build-out'],
    [
      'a phase in capitals',
      { phase: 'Platform' },
      'spec.phase',
      'use platform',
    ],
    [
      'a capability with capitals',
      { capability: 'Data-Sharing' },
      'spec.capability',
      'lower-case',
    ],
    [
      'a capability with a blank',
      { capability: 'data sharing' },
      'spec.capability',
      'data-sharing',
    ],
    [
      'a capability of 64 letters',
      { capability: 'a'.repeat(64) },
      'spec.capability',
      'at most 63',
    ],
    [
      'a Component as system',
      { system: 'component:default/a' },
      'spec.system',
      "must be a System, not the component 'component:default/a'; use a ref such as system:default/partner-data",
    ],
    [
      'a System as domain',
      { domain: 'system:default/a' },
      'spec.domain',
      'domain:default/partners',
    ],
    [
      'implementedBy that is one ref',
      { implementedBy: 'component:a' },
      'spec.implementedBy',
      'must be a list; write each entity on a line of its own',
    ],
    [
      'a Group that implements it',
      { implementedBy: ['component:a', 'group:b'] },
      'spec.implementedBy[1]',
      'must be one of Component, API, Resource, System, not the group',
    ],
    [
      'a Pilot that implements it',
      { implementedBy: ['pilot:default/other'] },
      'spec.implementedBy[0]',
      'must be one of Component, API, Resource, System',
    ],
    [
      'an implementing entity twice',
      { implementedBy: ['component:default/a', 'api:a', 'A'] },
      'spec.implementedBy[2]',
      'repeats component:default/a; remove one',
    ],
    [
      'an item that is no ref',
      { implementedBy: [{ name: 'a' }] },
      'spec.implementedBy[0]',
      'use a ref such as component:default/recipient-service',
    ],
    [
      'a decision without rationale',
      { decisions: [{ title: 'Open' }] },
      'spec.decisions[0].rationale',
      'is missing; say why this was chosen',
    ],
    [
      'a decision without title',
      { decisions: [{ rationale: 'Why' }] },
      'spec.decisions[0].title',
      'is missing; name the choice',
    ],
    [
      'a decision that is text',
      { decisions: ['Open protocol'] },
      'spec.decisions[0]',
      'must be an object; give title and rationale',
    ],
    [
      'a link without protocol',
      { decisions: [{ ...decision, link: 'docs/adr-7' }] },
      'spec.decisions[0].link',
      'https://docs.example.com/adr-7',
    ],
    [
      'a link that runs code',
      { decisions: [{ ...decision, link: script }] },
      'spec.decisions[0].link',
      'must be an http or https link',
    ],
    [
      'a step without id',
      { manualSteps: [{ title: 'Do' }] },
      'spec.manualSteps[0].id',
      'is missing; use an id such as create-recipient',
    ],
    [
      'a step id that is no slug',
      { manualSteps: [{ ...step, id: 'Create it' }] },
      'spec.manualSteps[0].id',
      'slug',
    ],
    [
      'a step without title',
      { manualSteps: [{ id: 'a' }] },
      'spec.manualSteps[0].title',
      'say what is done by hand',
    ],
    [
      'two steps of one id',
      { manualSteps: [step, { ...step, title: 'Again' }] },
      'spec.manualSteps[1].id',
      "repeats 'create-recipient'; give every step an id of its own",
    ],
    [
      'a step of no minutes',
      { manualSteps: [{ ...step, minutes: 0 }] },
      'spec.manualSteps[0].minutes',
      'must be a number above 0',
    ],
    [
      'a step of minus minutes',
      { manualSteps: [{ ...step, minutes: -5 }] },
      'spec.manualSteps[0].minutes',
      'must be a number above 0',
    ],
    [
      'minutes in quotes',
      { manualSteps: [{ ...step, minutes: '30' }] },
      'spec.manualSteps[0].minutes',
      'without quotes',
    ],
    [
      'a step that is never done',
      { manualSteps: [{ ...step, timesPerMonth: 0 }] },
      'spec.manualSteps[0].timesPerMonth',
      'must be a number above 0; give how often it is done in a month, such as 4, without quotes',
    ],
    [
      'a step that is done minus once',
      { manualSteps: [{ ...step, timesPerMonth: -1 }] },
      'spec.manualSteps[0].timesPerMonth',
      'must be a number above 0',
    ],
    [
      'a step that is done often, in words',
      { manualSteps: [{ ...step, timesPerMonth: 'daily' }] },
      'spec.manualSteps[0].timesPerMonth',
      'without quotes',
    ],
    [
      'a misspelt number of times',
      { manualSteps: [{ ...step, timesPerMonths: 4 }] },
      'spec.manualSteps[0].timesPerMonths',
      'use timesPerMonth',
    ],
    [
      'endless minutes',
      { manualSteps: [{ ...step, minutes: Infinity }] },
      'spec.manualSteps[0].minutes',
      'must be a number above 0',
    ],
    [
      'automation without a kind',
      { manualSteps: [{ ...step, automatedBy: 'create-recipient' }] },
      'spec.manualSteps[0].automatedBy',
      'template:default/create-recipient',
    ],
    [
      'automation that runs code',
      { manualSteps: [{ ...step, automatedBy: script }] },
      'spec.manualSteps[0].automatedBy',
      'http or https link',
    ],
    [
      'automation behind half a link',
      { manualSteps: [{ ...step, automatedBy: 'https://' }] },
      'spec.manualSteps[0].automatedBy',
      'http or https link',
    ],
    [
      'a measure without target',
      { successMeasures: [{ title: 'Partners' }] },
      'spec.successMeasures[0].target',
      'is missing; give the number to reach',
    ],
    [
      'a target in words',
      { successMeasures: [{ title: 'Partners', target: 'many' }] },
      'spec.successMeasures[0].target',
      'must be a number',
    ],
    [
      'a present value in quotes',
      { successMeasures: [{ title: 'P', target: 1, current: '7' }] },
      'spec.successMeasures[0].current',
      'without quotes',
    ],
    [
      'platform scale without reason',
      { platformScale: {} },
      'spec.platformScale.rationale',
      'is missing; say why',
    ],
    [
      'platform scale as a yes',
      { platformScale: true },
      'spec.platformScale',
      'must be an object; give a rationale',
    ],
    [
      'a hand-off to a person',
      { handOff: { to: 'user:ada', rationale: 'x' } },
      'spec.handOff.to',
      'must be the Group that takes over',
    ],
    [
      'a hand-off without reason',
      { handOff: { to: 'group:data' } },
      'spec.handOff.rationale',
      'is missing',
    ],
    [
      'a hand-off to the owner',
      { handOff: { to: 'partner-tech', rationale: 'x' } },
      'spec.handOff.to',
      'is the owner itself; name the other team',
    ],
    [
      'a misspelt field',
      { implementdBy: ['component:a'] },
      'spec.implementdBy',
      'use implementedBy',
    ],
    [
      'a misspelt field below',
      { manualSteps: [{ ...step, minuets: 3 }] },
      'spec.manualSteps[0].minuets',
      'use minutes',
    ],
    [
      'a field of a Component',
      { lifecycle: 'production' },
      'spec.lifecycle',
      'remove it, or use one of type, owner, phase',
    ],
  ];

  it.each(bad)('%s', (_name, change, field, fix) => {
    const spec = { owner: 'partner-tech', problem: 'Slow', ...change };
    const message = refusal(spec as JsonObject);
    expect(message.split(': ', 1)).toEqual([field]);
    expect(message).toContain(fix);
  });
});

function refusal(spec: JsonObject): string {
  const entity = {
    apiVersion: 'pilot-to-platform/v1alpha1',
    kind: 'Pilot',
    metadata: { name: 'delta-sharing' },
    spec,
  };
  try {
    validator.validate(entity);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('was accepted');
}
