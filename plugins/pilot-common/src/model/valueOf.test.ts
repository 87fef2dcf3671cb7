import { z } from 'zod';
import { freeText } from './fields';
import { anyOf, refParameter, wordParameter } from './parameters';
import { valueOf } from './valueOf';

const words = ['wait', 'buy'] as const;

it.each([
  ['a word', z.enum(words), { type: 'word', words }],
  ['a word or null', z.enum(words).nullish(), { type: 'word', words }],
  ['some words', anyOf(z.enum(words)).optional(), { type: 'word', words }],
  [
    'a word with a default',
    z.enum(words).default('buy'),
    { type: 'word', words },
  ],
  ['yes or no', z.boolean().optional(), { type: 'truth' }],
  [
    'a whole number',
    z.int().min(1).max(20).default(5),
    { type: 'number', least: 1, most: 20, whole: true },
  ],
  [
    'a number',
    z.number().min(0).max(100).optional(),
    { type: 'number', least: 0, most: 100, whole: false },
  ],
  ['a plain text', wordParameter(200).optional(), { type: 'text', most: 200 }],
  ['a text of any length', z.string(), { type: 'text' }],
  ['a day', z.iso.date().nullish(), { type: 'text' }],
  ['a ref, which is judged', refParameter(), { type: 'text' }],
  ['a typed text, which is judged', freeText(500).nullish(), { type: 'text' }],
] as Array<[string, z.ZodType, object]>)('tells %s', (_name, schema, value) => {
  expect(valueOf(schema)).toEqual(value);
});
