import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  pilotReadinessExtensionPoint,
  ReadinessSource,
} from '@pilot-to-platform/plugin-pilot-node';
import { defaultChecks } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { lake, readyTitles, setReadyWorld } from '../__testUtils__/readyPilot';
import { TestTechDocs } from '../__testUtils__/techDocsPlugin';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { definedCheckSchema } from '../kernel/config/givenCheck';

jest.setTimeout(300_000);

const path = '/readiness/pilot/default/lake';
const minute = 60_000;
const day = 24 * 60 * minute;

/** A source of a module that says what a test wants. */
function sourceOf(
  given: Partial<ReadinessSource> & Pick<ReadinessSource, 'collect'>,
) {
  return createBackendModule({
    pluginId: 'pilot',
    moduleId: `test-${given.id ?? 'rota'}`,
    register: reg =>
      reg.registerInit({
        deps: { readiness: pilotReadinessExtensionPoint },
        init: async ({ readiness }) =>
          readiness.addSource({
            id: 'rota',
            checks: ['headcount.two-operators'],
            answer: 'From the rota.',
            ...given,
          }),
      }),
  });
}

describe('answers', () => {
  let portal: TestPortal;
  const begin = async (
    options: Partial<Parameters<typeof startPortal>[0]> = {},
  ) => {
    const docs = new TestTechDocs();
    docs.sites.set('default/pilot/lake', { titles: readyTitles });
    portal = await startPortal({
      knex: await databases.init('SQLITE_3'),
      ...options,
      features: [docs.plugin, ...(options.features ?? [])],
    });
    setReadyWorld(portal.catalog);
  };
  afterEach(() => portal?.backend.stop());

  const look = async () => {
    const { body } = await portal.as('ana').get(path).expect(200);
    return body;
  };
  const check = (body: any, id: string) =>
    body.checks.find((each: { id: string }) => each.id === id);
  const collect = () => portal.runTask('pilot-readiness-collect');
  const age = (ms: number) =>
    portal.knex('readiness_fact').update({ collected_at: Date.now() - ms });

  it('come from a source of a module, above our own and below people', async () => {
    let answers: any[] = [
      {
        check: 'headcount.two-operators',
        verdict: 'fail',
        note: 'Only Eli.',
        evidence: 'https://rota.example.com/lake',
      },
      // Not one of its checks, and no verdict.
      { check: 'docs.examples', verdict: 'fail' },
      { check: 'headcount.two-operators', verdict: 'perhaps' },
    ];
    await begin({
      features: [sourceOf({ collect: async () => new Map([[lake, answers]]) })],
    });
    const id = 'headcount.two-operators';
    expect(check(await look(), id)).toMatchObject({
      verdict: 'fail',
      source: 'rota',
      answer: 'From the rota.',
      note: 'Only Eli.',
      evidence: 'https://rota.example.com/lake',
    });
    expect(check(await look(), 'docs.examples').verdict).toBe('pass');
    // It cannot tell: the last answer stays.
    answers = [];
    await age(20 * minute);
    await collect();
    expect(check(await look(), id).verdict).toBe('fail');
    answers = [
      {
        check: id,
        verdict: 'pass',
        evidence: 'data:text/html,<script>',
        at: new Date(Date.now() + day),
      },
    ];
    await age(20 * minute);
    await collect();
    const now = check(await look(), id);
    expect(now).toMatchObject({ verdict: 'pass', evidence: null });
    expect(Date.parse(now.at)).toBeLessThanOrEqual(Date.now());
    await portal
      .as('dana')
      .post(`${path}/attestations`)
      .send({ check: id, verdict: 'fail', evidence: 'https://x.example.com' })
      .expect(201);
    expect(check(await look(), id)).toMatchObject({
      verdict: 'fail',
      source: 'attestation',
    });
  });

  it('of a source of a module that throws, or forgets an entity, stay, and its operator hears it once', async () => {
    let fails = true;
    await begin({
      features: [
        sourceOf({
          collect: async () => {
            if (fails) throw new Error('The rota is away');
            return new Map();
          },
        }),
      ],
    });
    expect((await look()).silent).toEqual(['rota']);
    expect(check(await look(), 'headcount.two-operators').verdict).toBe(
      'unknown',
    );
    fails = false;
    await age(20 * minute);
    await collect();
    expect((await look()).silent).toEqual(['rota']);
    expect(
      portal.metrics
        .of('pilot.readiness.asked')
        .filter(({ attributes }: any) => attributes.source === 'rota')
        .map(({ attributes }: any) => attributes.answered),
    ).toEqual([false, true]);
  });
});

describe('a source or a check that does not fit', () => {
  const collect = async () => new Map();
  const misfits: Array<[string, object[], RegExp]> = [
    [
      'answers an unknown check',
      [{ checks: ['headcount.two-operator'], collect }],
      /answers headcount\.two-operator, which is not a check; did you mean headcount\.two-operators\?/,
    ],
    [
      'is there twice',
      [{ collect }, { collect, checks: ['docs.lessons'], moduleId: 'other' }],
      /source rota was not added: there is one with this id/,
    ],
    [
      'answers what another one answers',
      [{ collect }, { collect, id: 'other' }],
      /rota and other both answer headcount\.two-operators/,
    ],
    [
      'takes a name of ours',
      [{ collect, id: 'report' }],
      /source report was not added/,
    ],
  ];
  it.each(misfits)(
    'stops the start where it %s',
    async (_, sources, message) => {
      const features = sources.map((source, index) =>
        createBackendModule({
          pluginId: 'pilot',
          moduleId: `m${index}`,
          register: reg =>
            reg.registerInit({
              deps: { readiness: pilotReadinessExtensionPoint },
              init: async ({ readiness }) =>
                readiness.addSource({
                  id: 'rota',
                  checks: ['headcount.two-operators'],
                  answer: 'From the rota.',
                  ...source,
                } as unknown as ReadinessSource),
            }),
        }),
      );
      await expect(
        startPortal({ knex: await databases.init('SQLITE_3'), features }),
      ).rejects.toThrow(message);
    },
  );

  it.each([
    [
      'has an id that is taken',
      { id: 'docs.lessons' },
      /there is one with this id/,
    ],
    ['has a bad id', { id: 'Docs Lessons' }, /id: must be lower-case/],
    [
      'is asked about what cannot be told',
      {
        id: 'docs.more',
        appliesTo: { $all: [{ 'spec.type': 'data' }], kind: 'Pilot' },
      },
      /docs\.more was not added: appliesTo: must be a filter predicate/,
    ],
    [
      'has a misspelt operator',
      { id: 'docs.more', appliesTo: { kind: { $inn: ['Pilot'] } } },
      /appliesTo: must be a filter predicate/,
    ],
    ['weighs nothing', { id: 'docs.more', weight: 0 }, /weight: /],
    ['weighs no number', { id: 'docs.more', weight: NaN }, /weight: /],
    [
      'is required for a phase without a gate',
      { id: 'docs.more', required: ['demand'] },
      /required\.0: must be build-out or platform/,
    ],
    [
      'has a predicate that nothing reads',
      { id: 'docs.more', predicate: { kind: 'Pilot' } },
      /predicate: goes with the source predicate/,
    ],
    [
      'has a field that is not known',
      { id: 'docs.more', stale: 7 },
      /stale: is not a known key/,
    ],
    [
      'waits for a source that is not there',
      { id: 'docs.more', source: 'elsewhere' },
      /is to be answered by elsewhere/,
    ],
  ])('stops the start where a check %s', async (_, given, message) => {
    const feature = createBackendModule({
      pluginId: 'pilot',
      moduleId: 'checks',
      register: reg =>
        reg.registerInit({
          deps: { readiness: pilotReadinessExtensionPoint },
          init: async ({ readiness }) =>
            readiness.addChecks({
              dimension: 'docs',
              question: 'More?',
              answer: 'From elsewhere.',
              weight: 1,
              required: [],
              appliesTo: { kind: 'Pilot' },
              report: true,
              staleAfterDays: 7,
              fix: { text: 'Write more.' },
              ...(given as { id: string }),
            }),
        }),
    });
    await expect(
      startPortal({
        knex: await databases.init('SQLITE_3'),
        features: [feature],
      }),
    ).rejects.toThrow(message);
  });
});

it.each(defaultChecks.map(check => [check.id, check]))(
  'the rules for a check hold for %s too',
  (_, check) => expect(definedCheckSchema.parse(check)).toEqual(check),
);
