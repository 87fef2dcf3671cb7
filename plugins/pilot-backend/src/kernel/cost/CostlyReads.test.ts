import { CostlyReads, CostLimits } from './CostlyReads';
import { Size } from './Cost';
import { giveWay } from './giveWay';
import { principalOf } from './principalOf';

const limits: CostLimits = {
  perPerson: { running: 1, waiting: 1 },
  inAll: { running: 2, waiting: 2 },
};

/** Reads that go on until they are told to end, and what became of each. */
function startReads(given = limits) {
  const reads = new CostlyReads(given);
  const states: Record<string, string> = {};
  const ends = new Map<string, (error?: Error) => void>();
  const leaving = new Map<string, AbortController>();
  return {
    states,
    reads,
    ask(name: string, size: Size = 'large') {
      const gone = new AbortController();
      leaving.set(name, gone);
      states[name] = 'waits';
      reads
        .run(
          { size, by: name[0], kind: 'kind', signal: gone.signal },
          async () => {
            states[name] = 'runs';
            await new Promise<void>((resolve, reject) => {
              ends.set(name, error => (error ? reject(error) : resolve()));
            });
          },
        )
        .then(
          () => {
            states[name] = 'done';
          },
          error => {
            states[name] = error.name;
          },
        );
    },
    end: (name: string, error?: Error) => ends.get(name)!(error),
    leave: (name: string) => leaving.get(name)!.abort(),
  };
}

const settled = () => new Promise(setImmediate);

type Step = (reads: ReturnType<typeof startReads>) => void;
const ask =
  (...names: string[]): Step =>
  reads =>
    names.forEach(name => reads.ask(name));
const end =
  (name: string, error?: Error): Step =>
  reads =>
    reads.end(name, error);
const leave =
  (name: string): Step =>
  reads =>
    reads.leave(name);

/** The first letter of a name is who asks. */
const cases: Record<string, { steps: Step[]; states: Record<string, string> }> =
  {
    'one of a person runs, one waits, a third is refused': {
      steps: [ask('a1', 'a2', 'a3')],
      states: { a1: 'runs', a2: 'waits', a3: 'TooManyRequestsError' },
    },
    'another person is not kept waiting by them': {
      steps: [ask('a1', 'a2', 'a3', 'b1')],
      states: {
        ...{ a1: 'runs', a2: 'waits', a3: 'TooManyRequestsError' },
        b1: 'runs',
      },
    },
    'the next one runs when one is done': {
      steps: [ask('a1', 'a2'), end('a1')],
      states: { a1: 'done', a2: 'runs' },
    },
    'and when one fails': {
      steps: [ask('a1', 'a2'), end('a1', new RangeError())],
      states: { a1: 'RangeError', a2: 'runs' },
    },
    'a place is free again': {
      steps: [ask('a1', 'a2'), end('a1'), ask('a3', 'a4')],
      states: {
        ...{ a1: 'done', a2: 'runs', a3: 'waits' },
        a4: 'TooManyRequestsError',
      },
    },
    'a third person waits for the first two': {
      steps: [ask('a1', 'b1', 'c1')],
      states: { a1: 'runs', b1: 'runs', c1: 'waits' },
    },
    'a fifth is refused where two wait': {
      steps: [ask('a1', 'b1', 'c1', 'd1', 'e1')],
      states: {
        ...{ a1: 'runs', b1: 'runs', c1: 'waits', d1: 'waits' },
        e1: 'TooManyRequestsError',
      },
    },
    'who came first is first': {
      steps: [ask('a1', 'b1', 'c1', 'd1'), end('b1')],
      states: { a1: 'runs', b1: 'done', c1: 'runs', d1: 'waits' },
    },
    'who waits for themselves is behind who waits for others': {
      steps: [ask('a1', 'b1', 'a2', 'c1'), end('a1')],
      states: { a1: 'done', b1: 'runs', a2: 'waits', c1: 'runs' },
    },
    'who leaves the line makes room in it': {
      steps: [ask('a1', 'a2'), leave('a2'), ask('a3')],
      states: { a1: 'runs', a2: 'AbortError', a3: 'waits' },
    },
    'and never runs': {
      steps: [ask('a1', 'a2'), leave('a2'), end('a1'), ask('a3')],
      states: { a1: 'done', a2: 'AbortError', a3: 'runs' },
    },
    'who leaves the line of all gives their own place back': {
      steps: [ask('a1', 'b1', 'c1'), leave('c1'), ask('c2'), end('a1')],
      states: { a1: 'done', b1: 'runs', c1: 'AbortError', c2: 'runs' },
    },
    'who leaves while it runs keeps the place until it ends': {
      steps: [ask('a1', 'a2'), leave('a1')],
      states: { a1: 'runs', a2: 'waits' },
    },
  };

it.each(Object.entries(cases))('%s', async (_, { steps, states }) => {
  const reads = startReads();
  for (const step of steps) {
    step(reads);
    await settled();
  }
  expect(reads.states).toEqual(states);
});

it('keeps nothing of who has nothing under way', async () => {
  const reads = startReads();
  ask('a1', 'a2', 'b1')(reads);
  leave('a2')(reads);
  await settled();
  end('a1')(reads);
  end('b1')(reads);
  await settled();
  expect(reads.reads.taken).toBe(0);
});

it('lets through what is small, however much there is', async () => {
  const reads = startReads();
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) {
    reads.ask(name, 'small');
  }
  await settled();
  expect(new Set(Object.values(reads.states))).toEqual(new Set(['runs']));
});

it('works out one at a time of what is alone, and the next one whatever became of it', async () => {
  const reads = startReads({
    perPerson: { running: 9, waiting: 9 },
    inAll: { running: 9, waiting: 9 },
  });
  reads.ask('a1', 'alone');
  reads.ask('b1', 'alone');
  reads.ask('c1');
  await settled();
  expect(reads.states).toEqual({
    ...{ a1: 'runs', b1: 'TooManyRequestsError', c1: 'runs' },
  });
  reads.end('a1', new RangeError());
  await settled();
  reads.ask('b2', 'alone');
  await settled();
  expect(reads.states.b2).toBe('runs');
});

it('says when to come back', async () => {
  const reads = startReads();
  ask('a1', 'a2')(reads);
  await expect(
    reads.reads.run({ size: 'large', by: 'a', kind: '' }, async () => {}),
  ).rejects.toMatchObject({ statusCode: 429, retryAfter: 10 });
});

it('does not begin for who has left before', async () => {
  const signal = AbortSignal.abort();
  const work = jest.fn();
  await expect(
    new CostlyReads(limits).run(
      { size: 'large', by: 'a', kind: '', signal },
      work,
    ),
  ).rejects.toMatchObject({ name: 'AbortError' });
  expect(work).not.toHaveBeenCalled();
});

it('stops the work of who leaves where it gives way', async () => {
  const gone = new AbortController();
  let steps = 0;
  const read = new CostlyReads(limits).run(
    { size: 'large', by: 'a', kind: '', signal: gone.signal },
    async () => {
      for (; ; steps++) {
        if (steps === 3) {
          gone.abort();
        }
        await giveWay();
      }
    },
  );
  await expect(read).rejects.toMatchObject({ name: 'AbortError' });
  expect(steps).toBe(3);
});

it.each([
  [{ type: 'user', userEntityRef: 'User:default/Ana' }, 'user:default/ana'],
  [{ type: 'service', subject: 'external:script' }, 'external:script'],
  [{ type: 'none' }, 'anybody'],
])('knows %j by its name', (principal, name) => {
  expect(principalOf({ principal } as any)).toBe(name);
});
