import { InputError } from '@backstage/errors';
import { randomBytes } from 'node:crypto';
import { CursorCodec } from './cursor';

const codec = new CursorCodec<object>(randomBytes(32));
const position = { createdAt: 1_700_000_000_000, id: 'some-id' };

it('gives back what it was given', () => {
  expect(codec.decode(codec.encode(position))).toEqual(position);
});

it('is fit for a query, and says nothing to who reads it', () => {
  const cursor = codec.encode(position);
  expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain(
    'some-id',
  );
  expect(codec.encode(position)).not.toBe(cursor);
});

it('is as long for one position as for another', () => {
  const lengths = [1, 23, 456_789].map(id => codec.encode({ id }).length);
  expect(new Set(lengths).size).toBe(1);
  const title = 'Ä'.repeat(300);
  expect(codec.decode(codec.encode({ title }))).toEqual({ title });
});

it.each([
  ['nothing', ''],
  ['too little', 'abc'],
  ['no base64', '%%%'],
  ['one of another key', new CursorCodec(randomBytes(32)).encode(position)],
  ['one with a changed end', `${codec.encode(position).slice(0, -2)}AA`],
  ['one that was cut', codec.encode(position).slice(0, -4)],
])('refuses %s', (_, cursor) => {
  expect(() => codec.decode(cursor)).toThrow(InputError);
});
