import * as common from '@pilot-to-platform/plugin-pilot-common';
import { mockServices } from '@backstage/backend-test-utils';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TestMetrics } from '../__testUtils__/TestMetrics';
import { Measurements } from '../kernel/announce/Measurements';
import { scheduleReadiness } from '../readiness/scheduleReadiness';

const src = resolve(__dirname, '..');
const root = resolve(__dirname, '../../../..');
const page = (name: string) =>
  readFileSync(resolve(root, `docs/${name}.md`), 'utf8');
/** Lists the words that a page does not name as code. */
const missingIn = (name: string, words: readonly string[]) =>
  words.filter(word => !page(name).includes(`\`${word}\``));

it('names every permission', () => {
  const names = common.pilotPermissions.map(({ name }) => name);
  expect(missingIn('permissions', names)).toEqual([]);
});

it('names everything that is audited', () => {
  const sources = globSync('**/*{Routes,/register*}.ts', { cwd: src })
    .filter(file => !file.endsWith('.test.ts'))
    .map(file => readFileSync(resolve(src, file), 'utf8'));
  const events = sources.flatMap(source =>
    [...source.matchAll(/[eE]ventId(?::| =) '([a-z-]+)'/g)].map(([, id]) => id),
  );
  expect(events.length).toBeGreaterThan(26);
  expect(missingIn('permissions', [...new Set(events)])).toEqual([]);
});

it('names every event, with its fields', () => {
  const topics = Object.entries(common).flatMap(([name, value]) =>
    name.endsWith('Topic') ? [value as string] : [],
  );
  expect(topics).toContain(common.readinessTopic);
  expect(missingIn('events', topics)).toEqual([]);
  const { shape } = common.readinessEventSchema;
  const fields = [
    ...Object.keys(shape),
    ...Object.keys(common.satisfactionEventSchema.shape),
  ];
  expect(missingIn('events', fields)).toEqual([]);
  expect(missingIn('events', shape.type.meta()!.enum as string[])).toEqual([]);
});

it('names every metric', () => {
  const metrics = new TestMetrics();
  const service = metrics.service();
  const names: string[] = [];
  const named = (name: string, options: any) => {
    names.push(name);
    return service.createCounter(name, options);
  };
  expect(
    new Measurements({
      ...service,
      ...{ createCounter: named, createHistogram: named as any },
    }),
  ).toBeDefined();
  expect(names).toContain('pilot.readiness.asked');
  expect(missingIn('metrics', names)).toEqual([]);
});

it('names the tasks of readiness', async () => {
  const tasks: string[] = [];
  await scheduleReadiness({
    scheduler: mockServices.scheduler.mock({
      scheduleTask: async ({ id }) => {
        tasks.push(id);
      },
    }),
    ...({ refresh: {}, reminder: {}, inUse: { report: () => {} } } as any),
    clock: () => new Date(0),
  });
  expect(tasks).toHaveLength(3);
  expect(missingIn('readiness', tasks)).toEqual([]);
});
