import { Batch } from './Batch';

const doubling = () =>
  jest.fn(async (keys: readonly string[]) => keys.map(key => `${key}${key}`));

describe('Batch', () => {
  it('asks once for what is wanted in one moment, each key once', async () => {
    const load = doubling();
    const batch = new Batch(load);
    const answers = ['a', 'b', 'a'].map(key => batch.get(key));
    await expect(Promise.all(answers)).resolves.toEqual(['aa', 'bb', 'aa']);
    expect(load.mock.calls).toEqual([[['a', 'b']]]);
  });

  it('asks again for what is wanted later', async () => {
    const load = doubling();
    const batch = new Batch(load);
    await batch.get('a');
    await batch.get('a');
    expect(load.mock.calls).toEqual([[['a']], [['a']]]);
  });

  it('asks in several requests for more than one may hold', async () => {
    const load = doubling();
    const batch = new Batch(load);
    const keys = Array.from({ length: 501 }, (_, number) => String(number));
    const answers = await Promise.all(keys.map(key => batch.get(key)));
    expect(answers[500]).toBe('500500');
    expect(load.mock.calls.map(([some]) => some.length)).toEqual([500, 1]);
  });

  it('fails for everyone who waits for the same request', async () => {
    const batch = new Batch(async () => {
      throw new Error('down');
    });
    const answers = await Promise.allSettled([batch.get('a'), batch.get('b')]);
    expect(answers.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
  });
});
