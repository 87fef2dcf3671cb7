import { parse } from 'csv-parse/sync';
import { parse as papaParse } from 'papaparse';
import { lake, startAdoption } from '../__testUtils__/adoptionWorld';
import { databases } from '../__testUtils__/databases';
import { pilot } from '../__testUtils__/testCatalog';
import { openapiDocument } from '../app/document';
import { restoreCsvText } from '../kernel/http/csvText';

jest.setTimeout(300_000);

/** Text that somebody types wherever text is taken. */
const typed = '=1\n=2\r\n@3;=4\t+5, "-6"\r＝7 \'=8';
const cellOf = "'=1\n'=2\r\n'@3;'=4\t'+5, \"'-6\"\r'＝7 '=8";

/** Every path that answers CSV where that is accepted, and how often the text is in it. */
const paths: Record<string, { path: string; texts: number }> = {
  '/interests': { path: `/interests?target=${lake}`, texts: 6 },
  '/demand': { path: '/demand?kind=pilot', texts: 1 },
  '/pilots': { path: '/pilots', texts: 1 },
  '/readiness/{kind}/{namespace}/{name}': {
    path: '/readiness/pilot/default/lake',
    texts: 1,
  },
  '/readiness/{kind}/{namespace}/{name}/log': {
    path: '/readiness/pilot/default/lake/log',
    texts: 1,
  },
  '/pilots/{namespace}/{name}/decisions': {
    path: '/pilots/default/lake/decisions',
    texts: 2,
  },
  '/pilots/{namespace}/{name}/adoption': {
    path: '/pilots/default/lake/adoption',
    texts: 1,
  },
};

describe('every CSV of the API', () => {
  let world: Awaited<ReturnType<typeof startAdoption>>;
  beforeAll(async () => {
    world = await startAdoption(await databases.init('SQLITE_3'));
    const { portal, rate } = world;
    const as = (person: string) => portal.as(person);
    const at = '/readiness/pilot/default/lake';
    const entity = pilot('lake', { parts: ['component:default/engine'] });
    const metadata = { ...entity.metadata, title: typed };
    portal.catalog.set({ ...entity, metadata });
    await portal.sync();
    const { interest } = await portal.record('ana', lake, {
      team: 'group:default/payments',
      useCaseKey: 'typed',
      useCase: typed,
    });
    await as('dana')
      .put(`/interests/${interest.id}/status`)
      .send({ status: 'declined', note: typed, version: 1 })
      .expect(200);
    await rate('ana', {
      team: 'group:default/payments',
      score: 4,
      note: typed,
    });
    await as('dana')
      .post(`${at}/attestations`)
      .send({
        check: 'headcount.support',
        verdict: 'fail',
        evidence: 'https://wiki.example.com/support',
        note: typed,
      })
      .expect(201);
    const { body } = await as('dana')
      .post('/pilots/default/lake/proposals')
      .send({ to: 'point-solution', reason: typed })
      .expect(201);
    await as('ada.architects')
      .post(`/pilots/default/lake/proposals/${body.proposal.id}/decision`)
      .send({ decision: 'approve', reason: typed, version: 1 })
      .expect(200);
  });
  afterAll(() => world?.portal.backend.stop());

  it('is in the table below', () => {
    const answersCsv = Object.entries<any>(openapiDocument.paths)
      .filter(([, { get }]) => get?.responses[200]?.content?.['text/csv'])
      .map(([path]) => path);
    expect(answersCsv.sort()).toEqual(
      Object.keys(paths)
        .map(path => `${path}/csv`)
        .sort(),
    );
  });

  it.each(Object.entries(paths))(
    '%s: two parsers read what was typed, and no formula',
    async (_, { path, texts }) => {
      const { text } = await world.portal
        .as('dana')
        .get(path)
        .set('accept', 'text/csv')
        .expect(200);
      const rows: string[][] = parse(text);
      expect(papaParse(text.replace(/\r\n$/, '')).data).toEqual(rows);
      const cells = rows.flat().filter(cell => cell.includes('=1'));
      expect(cells).toEqual(Array(texts).fill(cellOf));
      expect(restoreCsvText(cellOf)).toBe(typed);
    },
  );

  it.each(Object.entries(paths))(
    '%s answers the same at a path of its own, whatever is accepted',
    async (_, { path }) => {
      const dana = world.portal.as('dana');
      const asked = await dana.get(path).set('accept', 'text/csv').expect(200);
      const own = await dana
        .get(path.replace(/(?=\?|$)/, '/csv'))
        .set('accept', 'application/json')
        .expect(200);
      expect(own.type).toBe('text/csv');
      const header = (text: string) => text.split('\r\n')[0];
      expect(header(own.text)).toBe(header(asked.text));
      expect(parse(own.text)).toHaveLength(parse(asked.text).length);
    },
  );

  it('answers JSON about an entity that is called csv', async () => {
    const { portal } = world;
    portal.catalog.set(pilot('csv'));
    await portal.sync();
    for (const path of [
      '/readiness/pilot/default/csv',
      '/pilots/default/csv',
    ]) {
      const { body } = await portal.as('dana').get(path).expect(200);
      expect(body.target).toBe('pilot:default/csv');
    }
  });
});
