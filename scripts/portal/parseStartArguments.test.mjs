import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStartArguments } from './parseStartArguments.mjs';

const none = { fresh: false, help: false, configs: [] };
const accepted = [
  { name: 'nothing', argv: [], expected: none },
  { name: 'fresh', argv: ['--fresh'], expected: { ...none, fresh: true } },
  { name: 'help, short', argv: ['-h'], expected: { ...none, help: true } },
  {
    name: 'two configs, in their order, in both spellings',
    argv: ['--config', 'b.yaml', '--config=a=1.yaml'],
    expected: { ...none, configs: ['b.yaml', 'a=1.yaml'] },
  },
  {
    name: 'a config and fresh',
    argv: ['--config', 'my.yaml', '--fresh'],
    expected: { fresh: true, help: false, configs: ['my.yaml'] },
  },
];
for (const { name, argv, expected } of accepted) {
  test(`accepts ${name}`, () => {
    assert.deepEqual(parseStartArguments(argv), expected);
  });
}

const refused = [
  { name: 'an unknown option', argv: ['--frsh'], message: /"--frsh" is not/ },
  { name: 'a stray word', argv: ['my.yaml'], message: /"my.yaml" is not/ },
  {
    name: 'a config without file',
    argv: ['--config'],
    message: /needs a file/,
  },
  { name: 'an empty file', argv: ['--config='], message: /needs a file/ },
  {
    name: 'an option in place of a file',
    argv: ['--config', '--fresh'],
    message: /needs a file/,
  },
];
for (const { name, argv, message } of refused) {
  test(`refuses ${name}`, () => {
    assert.throws(() => parseStartArguments(argv), {
      name: 'PlainError',
      message,
    });
  });
}
