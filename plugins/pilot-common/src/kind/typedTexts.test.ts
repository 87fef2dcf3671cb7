import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { PilotValidator } from './PilotValidator';
import { createPilotSpecSchema } from './pilotSpecSchema';

const implementedByKinds = ['Component', 'API'];
const validator = new PilotValidator({ implementedByKinds });
const minimal = { owner: 'group:default/partner-tech', problem: 'Slow data' };
const step = { id: 'create-recipient', title: 'Create a recipient' };
const choice = { title: 'Open protocol', rationale: 'No lock-in' };
const takesOver = { to: 'group:default/data', rationale: 'They run it' };

/** Every text of a Pilot, and a spec that is fine but for this one. */
const texts: Record<string, (text: string) => JsonObject> = {
  type: type => ({ type }),
  problem: problem => ({ problem }),
  'decisions.title': title => ({ decisions: [{ ...choice, title }] }),
  'decisions.rationale': rationale => ({
    decisions: [{ ...choice, rationale }],
  }),
  'manualSteps.title': title => ({ manualSteps: [{ ...step, title }] }),
  'successMeasures.title': title => ({
    successMeasures: [{ title, target: 1 }],
  }),
  'platformScale.rationale': rationale => ({ platformScale: { rationale } }),
  'handOff.rationale': rationale => ({ handOff: { ...takesOver, rationale } }),
};
/** The same of refs and links. */
const refs: typeof texts = {
  owner: owner => ({ owner }),
  system: system => ({ system }),
  domain: domain => ({ domain }),
  implementedBy: ref => ({ implementedBy: [ref] }),
  'handOff.to': to => ({ handOff: { ...takesOver, to } }),
  'manualSteps.automatedBy': automatedBy => ({
    manualSteps: [{ ...step, automatedBy }],
  }),
};
const links: typeof texts = {
  'decisions.link': link => ({ decisions: [{ ...choice, link }] }),
  'manualSteps.automatedBy': refs['manualSteps.automatedBy'],
};

/** The paths of what can be any text, without the numbers of items. */
function textsOf(schema: any, path: readonly string[] = []): string[] {
  if (schema.type === 'string') {
    return schema.enum ? [] : [path.join('.')];
  }
  return schema.type === 'array'
    ? textsOf(schema.items, path)
    : Object.entries(schema.properties ?? {}).flatMap(([key, of]) =>
        textsOf(of, [...path, key]),
      );
}

const problemOf = (change: JsonObject): string => {
  try {
    validator.validate({
      apiVersion: 'pilot-to-platform/v1alpha1',
      kind: 'Pilot',
      metadata: { name: 'lake' },
      spec: { ...minimal, ...change },
    });
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

const kinds: Record<string, string> = {
  system: 'system',
  domain: 'domain',
  implementedBy: 'api',
  'manualSteps.automatedBy': 'template',
};
const refOf = (path: string, name: string) =>
  `${kinds[path] ?? 'group'}:default/${name}`;

it('knows every text of a Pilot', () => {
  const schema = z.toJSONSchema(createPilotSpecSchema(implementedByKinds), {
    unrepresentable: 'any',
  });
  const slugs = ['capability', 'manualSteps.id'];
  expect(textsOf(schema).sort()).toEqual(
    [
      ...new Set([texts, refs, links].flatMap(each => Object.keys(each))),
      ...slugs,
    ].sort(),
  );
});

it.each(Object.entries(texts))('%s says something visible', (_, of) => {
  for (const nothing of [' \t', '\u200b'.repeat(40), '\u3164\u2800']) {
    expect(problemOf(of(nothing))).toContain(' is empty; ');
  }
  expect(problemOf(of('شبكة\u200f'))).toBe('none');
});

it.each(Object.entries(texts))('%s does not turn', (_, of) => {
  expect(problemOf(of('pay \u202etnemyap'))).toContain('remove U+202E');
});

it.each(Object.entries(refs))('%s names what can be seen', (path, of) => {
  expect(problemOf(of(refOf(path, 'a')))).toBe('none');
  for (const name of ['\u200b', 'a\u200b', '\u202ea', '\ufeffa', 'a\u0007']) {
    expect(problemOf(of(refOf(path, name)))).toMatch(
      /must be (?:an entity ref|the Group|an? )/,
    );
  }
});

it.each(Object.entries(links))('%s leads where it says', (_, of) => {
  expect(problemOf(of('https://a.example/b'))).toBe('none');
  for (const link of [
    'https://a.example/\u202eb',
    'https://a.example/\u2066',
  ]) {
    expect(problemOf(of(link))).toContain('must be ');
  }
});
