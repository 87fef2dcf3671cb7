import { expect, test } from '@playwright/test';
import { requestAs } from './support/requestAs';

const ines = 'user:default/ines';
const ada = 'user:default/ada';

async function get(user: string, path: string) {
  const api = await requestAs(user);
  try {
    const answer = await api.get(path);
    expect(answer.ok(), `${path} answers ${answer.status()}`).toBe(true);
    return await answer.json();
  } finally {
    await api.dispose();
  }
}

test('the sample pilots stand at every point of the way', async () => {
  const { items } = await get(ines, '/api/pilot/pilots?limit=100');
  const at = (name: string) =>
    items.find(({ target }: any) => target === `pilot:default/${name}`);
  const stand = (name: string) => {
    const { phase, gate, recommendation } = at(name);
    return [phase, gate?.left ?? null, recommendation.code];
  };
  // Its proposal waits, and its gate is open.
  expect(stand('delta-sharing')).toEqual(['demand', 0, 'invest']);
  expect(stand('service-credentials')).toEqual(['build-out', 4, 'hand-off']);
  expect(at('service-credentials').readiness.score).toBeGreaterThan(0.55);
  expect(at('service-credentials').readiness.score).toBeLessThan(0.7);
  expect(at('service-credentials').readiness.expiring).toBeGreaterThan(0);
  expect(stand('test-data')).toEqual(['build-out', 0, 'launch']);
  expect(stand('change-previews')).toEqual(['platform', null, 'continue']);
  expect(stand('event-replay')).toEqual(['platform', null, 'revisit']);
  expect(stand('refund-tracker')).toEqual([
    'point-solution',
    null,
    'point-solution',
  ]);
  expect(stand('nightly-extracts')).toEqual(['retired', null, 'retire']);
  // Nobody asked for it, so it is known for sure once somebody looks at it.
  const { demand } = await get(ines, '/api/pilot/pilots/default/evening-slots');
  expect(demand.counts.teams).toBe(0);
});

test('a sample decision waits for Ada, one was approved, and one rejected', async () => {
  const waits = await get(ada, '/api/pilot/pilots/default/delta-sharing');
  expect(waits.proposal).toMatchObject({
    to: 'build-out',
    by: 'user:default/dana',
    can: { decide: true },
  });
  const decided = async (name: string) => {
    const { items } = await get(
      ines,
      `/api/pilot/pilots/default/${name}/decisions`,
    );
    return items.map(({ type, to, by }: any) => [type, to, by]);
  };
  expect(await decided('test-data')).toEqual([
    ['approved', 'build-out', 'user:default/kwame'],
  ]);
  expect(await decided('address-check')).toEqual([
    ['rejected', 'point-solution', 'user:default/ines'],
  ]);
});

test('what was signed, waived, reported and rated shows on the samples', async () => {
  const { checks } = await get(
    ines,
    '/api/pilot/readiness/pilot/default/service-credentials',
  );
  const check = (id: string) => checks.find((each: any) => each.id === id);
  expect(check('governance.security-review')).toMatchObject({
    verdict: 'pass',
    source: 'attestation',
    by: 'user:default/noor',
  });
  expect(check('governance.service-levels')).toMatchObject({
    verdict: 'pass',
    source: 'report',
  });
  expect(check('governance.tenancy')).toMatchObject({
    verdict: 'waived',
    by: 'user:default/ada',
    expiresSoon: true,
  });
  expect(check('docs.troubleshooting')).toMatchObject({
    verdict: 'pass',
    source: 'techdocs',
  });
  // It lapses some seconds after the start.
  await expect
    .poll(async () => {
      const readiness = await get(
        ines,
        '/api/pilot/readiness/pilot/default/service-credentials',
      );
      const { verdict, lastAnswer } = readiness.checks.find(
        ({ id }: any) => id === 'governance.cost-allocation',
      );
      return [verdict, lastAnswer?.verdict];
    })
    .toEqual(['unknown', 'pass']);

  const { adopters, satisfaction } = await get(
    ines,
    '/api/pilot/pilots/default/change-previews/adoption',
  );
  expect(adopters).toBe(6);
  expect(satisfaction).toMatchObject({ mean: 4.5, teams: 4 });
});
