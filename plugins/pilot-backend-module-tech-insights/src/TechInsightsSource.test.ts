import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { entity } from './__testUtils__/techInsights';
import { EntityRun, TechInsights } from './TechInsights';
import { TechInsightsSource } from './TechInsightsSource';

const credentials = mockCredentials.service('plugin:pilot');
const refs = (count: number) =>
  Array.from({ length: count }, (_none, i) => `component:default/c${i}`);
const subjects = (count: number) =>
  refs(count).map(ref => ({ ref, entity: entity(ref), checks: ['docs.a'] }));

const passed = (ref: string, ...factIds: string[]): EntityRun => ({
  ref,
  broken: false,
  runs: [
    {
      result: true,
      facts: {},
      check: { id: 'a', factIds, metadata: {}, links: [] },
    },
  ],
});

function sourceOf(given: Partial<TechInsights> = {}) {
  const runChecks = jest.fn(async (asked: readonly string[]) =>
    asked.map(ref => passed(ref)),
  );
  const techInsights: TechInsights = {
    listChecks: async () => [{ id: 'a' }],
    runChecks,
    factTimes: async () => new Map(),
    ...given,
  };
  const source = new TechInsightsSource({
    checks: new Map([['docs.a', 'a']]),
    techInsights,
    logger: mockServices.logger.mock(),
  });
  return { source, runChecks };
}

describe('TechInsightsSource', () => {
  it('asks in batches of fifty, and never about nothing', async () => {
    const { source, runChecks } = sourceOf();
    const answers = await source.collect(subjects(120), { credentials });
    expect([...answers.keys()]).toEqual(refs(120));
    expect(runChecks.mock.calls.map(([asked]) => asked.length)).toEqual([
      50, 50, 20,
    ]);

    runChecks.mockClear();
    await source.collect([], { credentials });
    await source.collect(
      subjects(1).map(subject => ({ ...subject, checks: [] })),
      { credentials },
    );
    expect(runChecks).not.toHaveBeenCalled();
  });

  it('asks one by one about entities that an answer leaves out', async () => {
    const { source } = sourceOf({ runChecks: async () => [] });
    await expect(source.collect(subjects(2), { credentials })).resolves.toEqual(
      new Map(),
    );
  });

  it('ignores what it did not ask', async () => {
    const { source } = sourceOf({
      runChecks: async () => [
        {
          ...passed('component:default/c0'),
          runs: [
            {
              result: false,
              facts: {},
              check: { id: 'b', factIds: [], metadata: {}, links: [] },
            },
          ],
        },
        passed('component:default/other'),
      ],
    });
    await expect(source.collect(subjects(1), { credentials })).resolves.toEqual(
      new Map([['component:default/c0', []]]),
    );
  });

  it('does not take facts from the future for newer than now', async () => {
    const { source } = sourceOf({
      runChecks: async ([ref]) => [passed(ref, 'f')],
      factTimes: async () => new Map([['f', new Date('9999-01-01')]]),
    });
    const answers = await source.collect(subjects(1), { credentials });
    const [{ at }] = answers.get('component:default/c0')!;
    expect(at!.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it.each<[string, Partial<TechInsights>]>([
    ['listed', { listChecks: async () => Promise.reject(new Error('down')) }],
    ['run', { runChecks: async () => Promise.reject(new Error('down')) }],
    [
      'dated',
      {
        runChecks: async ([ref]) => [passed(ref, 'f')],
        factTimes: async () => Promise.reject(new Error('down')),
      },
    ],
  ])('throws where checks cannot be %s', async (_name, given) => {
    const { source } = sourceOf(given);
    await expect(source.collect(subjects(1), { credentials })).rejects.toThrow(
      'down',
    );
  });
});
