import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';
import {
  defaultAllowedKinds,
  implementedByKinds,
  pilotFieldNames,
  PilotValidator,
} from '@pilot-to-platform/plugin-pilot-common';

const root = join(__dirname, '../../../..');
const page = readFileSync(join(root, 'docs/pilot-kind.md'), 'utf8');
const validator = new PilotValidator({
  implementedByKinds: implementedByKinds(defaultAllowedKinds),
});

function entitiesIn(yaml: string): Entity[] {
  const location = { type: 'file', target: 'a.yaml' };
  return [...parseEntityYaml(yaml, location)].flatMap(item =>
    item.type === 'entity' ? [item.entity] : [],
  );
}

const documented = [...page.matchAll(/```yaml\n(.*?)```/gs)]
  .flatMap(([, yaml]) => entitiesIn(yaml))
  .filter(({ kind }) => kind === 'Pilot');

describe('docs/pilot-kind.md', () => {
  it('shows good Pilots', () => {
    const [full, minimal] = documented;
    expect(validator.validate(full)).toBe(true);
    expect(validator.validate(minimal)).toBe(true);
  });

  it('shows what a bad one is answered', () => {
    const [, answer] = page.match(/is answered by\n\n```text\n(.*?)```/s)!;
    expect(() => validator.validate(documented[2])).toThrow(
      answer.trim().replaceAll('\n', ' '),
    );
  });

  it.each(Object.entries(pilotFieldNames))(
    'lists the fields of %s',
    (of, names) => {
      const heading = of === 'spec' ? 'Field of `spec`' : `Field of \`${of}\``;
      const table = page.slice(page.indexOf(`| ${heading}`)).split('\n\n')[0];
      const listed = [...table.matchAll(/^\| `(\w+)`/gm)].map(
        ([, name]) => name,
      );
      expect(listed.sort()).toEqual([...names].sort());
    },
  );
});

it('the sample Pilots are good ones', () => {
  const yaml = readFileSync(join(root, 'examples/pilots.yaml'), 'utf8');
  const samples = entitiesIn(yaml);
  expect(samples.length).toBeGreaterThan(0);
  samples.forEach(sample => expect(validator.validate(sample)).toBe(true));
});
