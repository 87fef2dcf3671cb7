import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectMcp, fetchToken } from './__testUtils__/connectMcp';
import { RunningBackend, startBackend } from './testing';

const serviceToken = 'pilot-development-token';
const sharing = 'pilot:default/delta-sharing';
const confidential = 'pilot:default/chargeback-signals';
const payments = 'group:default/payments';

// What the formula of docs/demand.md gives for one team that asks once, calls
// it important and describes nothing.
const scoreOfOneBareAsk =
  100 *
  (2 / 3 / (2 / 3 + 5)) ** 0.3 *
  (2 / 3 / (2 / 3 + 3)) ** 0.4 *
  0.1 ** 0.3;

describe('an assistant that speaks MCP', () => {
  let folder: string;
  let backend: RunningBackend;

  const as = async (user: string) => {
    const client = await connectMcp(
      backend.url,
      await fetchToken(backend.url, `user:default/${user}`),
    );
    return async (name: string, args: Record<string, unknown>) => {
      const { isError, structuredContent, content } = await client.callTool({
        name,
        arguments: args,
      });
      const [{ text }] = content as [{ text: string }];
      return { isError, text, output: structuredContent as any };
    };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pilot-assistants-'));
    backend = await startBackend({
      entry: join(__dirname, 'index.ts'),
      folder,
      entityRefs: [
        sharing,
        confidential,
        payments,
        'user:default/priya',
        'user:default/tomas',
        'user:default/casey',
        'group:default/delivery',
      ],
    });
  }, 240_000);

  afterAll(async () => {
    await backend?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is a person: a script that calls an action is refused', async () => {
    const answered = await fetch(
      `${backend.url}/api/pilot/.backstage/actions/v1/actions/pilot:list-my-interests/invoke`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${serviceToken}`,
          'content-type': 'application/json',
        },
        body: '{}',
      },
    );
    const { error } = await answered.json();
    expect([answered.status, error.message]).toEqual([
      403,
      'This needs a person: call it with the token of a user',
    ]);
  });

  it('is let in only with a token', async () => {
    await expect(connectMcp(backend.url)).rejects.toThrow(/401|credentials/i);
  });

  it('is told which tools there are, and which of them only read', async () => {
    const client = await connectMcp(
      backend.url,
      await fetchToken(backend.url, 'user:default/priya'),
    );

    const { tools } = await client.listTools();

    const ours = tools.filter(({ name }) => name.startsWith('pilot.'));
    const reads = ours.map(({ name, annotations }) => [
      name,
      annotations?.readOnlyHint,
    ]);
    expect(Object.fromEntries(reads)).toEqual({
      'pilot.attest-check': false,
      'pilot.decide-proposal': false,
      'pilot.explain-demand': true,
      'pilot.find-similar': true,
      'pilot.get-adoption': true,
      'pilot.get-demand': true,
      'pilot.get-pilot': true,
      'pilot.get-readiness': true,
      'pilot.list-decisions': true,
      'pilot.list-demand': true,
      'pilot.list-my-interests': true,
      'pilot.list-pilots': true,
      'pilot.propose-phase': false,
      'pilot.rate-pilot': false,
      'pilot.record-interest': false,
      'pilot.report-results': false,
      'pilot.revoke-signature': false,
      'pilot.waive-check': false,
      'pilot.withdraw-proposal': false,
    });
    expect(
      ours
        .filter(({ annotations }) => annotations?.destructiveHint)
        .map(({ name }) => name),
    ).toEqual([
      'pilot.attest-check',
      'pilot.waive-check',
      'pilot.revoke-signature',
      'pilot.decide-proposal',
    ]);
    for (const { description, inputSchema } of ours) {
      expect(description).toMatch(/\w{3}/);
      expect(inputSchema.type).toBe('object');
    }
    expect(tools.some(({ name }) => name.startsWith('catalog.'))).toBe(true);
  });

  it('shares each action with templates under one name, and without a word in the log', async () => {
    const token = await fetchToken(backend.url, 'user:default/priya');
    const client = await connectMcp(backend.url, token);
    const { tools } = await client.listTools();
    const answer = await fetch(`${backend.url}/api/scaffolder/v2/actions`, {
      headers: { authorization: `Bearer ${token}` },
    });

    const listed: Array<{ id: string; schema: any; examples?: unknown }> =
      await answer.json();

    const ours = listed.filter(({ id }) => id.startsWith('pilot:'));
    const ids = ours.map(({ id }) => id).sort();
    const ofAssistants = tools
      .filter(({ name }) => name.startsWith('pilot.'))
      .map(({ name }) => name.replace('.', ':'));
    expect(ids).toEqual(['pilot:register', ...ofAssistants].sort());
    // Those that know a dry run and tell reasons, which have examples.
    const ofTemplates = ours.filter(({ examples }) => examples);
    expect(ofTemplates.map(({ id }) => id).sort()).toEqual([
      'pilot:propose-phase',
      'pilot:record-interest',
      'pilot:register',
      'pilot:report-results',
    ]);
    for (const { id, schema } of ofTemplates) {
      if (id === 'pilot:register') continue;
      const tool = tools.find(({ name }) => name === id.replace(':', '.'));
      expect(Object.keys(tool?.inputSchema.properties ?? {})).toEqual(
        expect.arrayContaining(Object.keys(schema.input.properties)),
      );
    }
    const log = await readFile(join(folder, 'backend.log'), 'utf8');
    expect(log).not.toContain('already been registered');
  });

  it('finds what there is, records a need for a person, and explains what it led to', async () => {
    const call = await as('priya');

    const similar = await call('pilot.find-similar', {
      text: 'Partners wait days for extracts of our sales and stock figures',
    });
    expect(similar.output.items[0]).toMatchObject({ target: sharing });

    const recorded = await call('pilot.record-interest', {
      target: sharing,
      team: payments,
    });
    expect(recorded.output).toMatchObject({
      created: true,
      interest: { target: sharing, team: payments, status: 'open' },
    });

    const { output: demand } = await call('pilot.get-demand', {
      target: sharing,
    });
    expect(demand.score).toBeCloseTo(scoreOfOneBareAsk, 1);
    expect(demand.counts).toMatchObject({ interests: 1, teams: 1 });

    const explained = await call('pilot.explain-demand', { target: sharing });
    expect(explained.output.sentences.join(' ')).toContain(
      `${scoreOfOneBareAsk.toFixed(1)} of 100`,
    );
    expect(explained.output.raise.length).toBeGreaterThan(0);

    const list = await call('pilot.list-demand', { kind: 'Pilot', limit: '1' });
    expect(list.output.items).toMatchObject([{ target: sharing }]);

    const mine = await call('pilot.list-my-interests', {});
    expect(mine.output.items).toMatchObject([
      { target: sharing, id: recorded.output.interest.id },
    ]);
  });

  it('says where a Pilot stands, and proposes only for its owner', async () => {
    const call = await as('priya');

    const { output: pilot } = await call('pilot.get-pilot', {
      target: sharing,
    });
    expect(pilot).toMatchObject({
      target: sharing,
      gate: { to: 'build-out', open: false },
      can: { 'build-out': 'notOwner' },
    });
    const { output: readiness } = await call('pilot.get-readiness', {
      target: sharing,
    });
    expect(readiness.score).toBe(pilot.readiness.score);
    expect(readiness.checks.length).toBeGreaterThan(0);

    const { output: list } = await call('pilot.list-pilots', {
      proposed: 'false',
      limit: '1',
    });
    expect(list.items).toMatchObject([
      { target: sharing, gate: { left: pilot.gate.left.length } },
    ]);

    await expect(
      call('pilot.propose-phase', {
        target: sharing,
        to: 'retired',
        reason: 'A model thought so',
      }),
    ).resolves.toMatchObject({
      isError: true,
      text: expect.stringContaining('NotAllowedError'),
    });
  });

  it('has no more rights than the person', async () => {
    const tomas = await as('tomas');
    await expect(
      tomas('pilot.record-interest', { target: sharing, team: payments }),
    ).resolves.toMatchObject({
      isError: true,
      text: expect.stringContaining('NotAllowedError'),
    });
    await expect(
      tomas('pilot.get-demand', { target: confidential }),
    ).resolves.toMatchObject({
      isError: true,
      text: expect.stringContaining('NotFoundError'),
    });
  });

  it('records for a contractor, and tells nothing of what others need', async () => {
    const casey = await as('casey');
    const recorded = await casey('pilot.record-interest', {
      target: sharing,
      team: 'group:default/delivery',
    });
    expect(recorded.output.created).toBe(true);
    expect(recorded.output).not.toHaveProperty('demand');
    await expect(
      casey('pilot.get-demand', { target: sharing }),
    ).resolves.toMatchObject({
      isError: true,
      text: expect.stringContaining('pilot.interest.read'),
    });
  });
});
