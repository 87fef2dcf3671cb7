import { RefreshedValue } from './RefreshedValue';

const minute = 60_000;

function start() {
  const time = { now: 0 };
  const errors: Error[] = [];
  const kept = new RefreshedValue<string>({
    clock: () => new Date(time.now),
    onError: error => errors.push(error),
  });
  return { time, errors, kept };
}

const never = async () => {
  throw new Error('asked for again');
};

it('is made once for all who ask, and kept for five minutes', async () => {
  const { time, kept } = start();
  const both = [kept.get(async () => 'first'), kept.get(never)];
  expect(await Promise.all(both)).toEqual(['first', 'first']);
  time.now = 5 * minute - 1;
  expect(await kept.get(never)).toBe('first');
});

it('lets nobody wait for a new one', async () => {
  const { time, kept } = start();
  await kept.get(async () => 'first');
  time.now = 5 * minute;
  let finish = (_value: string) => {};
  const made = new Promise<string>(resolve => {
    finish = resolve;
  });
  expect(await kept.get(() => made)).toBe('first');
  expect(await kept.get(never)).toBe('first');
  finish('second');
  await new Promise(setImmediate);
  expect(await kept.get(never)).toBe('second');
});

it('keeps the old one where no new one can be made, and says why', async () => {
  const { time, errors, kept } = start();
  await kept.get(async () => 'first');
  time.now = 5 * minute;
  expect(await kept.get(never)).toBe('first');
  await new Promise(setImmediate);
  expect(errors).toEqual([new Error('asked for again')]);
  expect(await kept.get(async () => 'second')).toBe('first');
});

it('fails only where there is none, and tries again', async () => {
  const { kept } = start();
  await expect(kept.get(never)).rejects.toThrow('asked for again');
  expect(await kept.get(async () => 'first')).toBe('first');
});
