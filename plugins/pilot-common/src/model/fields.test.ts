import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { entityRefSchema } from './fields';

const kind = fc.constantFrom('group', 'User', 'API', 'pilot');
const word = fc.oneof(
  fc.constantFrom(
    ...['john@example.com', 'a.b-c_d', 'x'.repeat(63), 'y'.repeat(200)],
    ...[
      'John Doe',
      'Doe, John (ext.)',
      'Größe',
      '開発',
      "o'neil",
      '100%',
      'a+b&c?d#e',
    ],
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const visible = (text: string) =>
  !/%[0-9a-f]{2}/i.test(text) &&
  /\S/.test(text) &&
  !/[\p{C}\p{So}\p{Zl}\p{Zp}]/u.test(text);
const namespace = word.filter(text => visible(text) && !/[:/]/.test(text));
const name = word.filter(visible);

describe('entityRefSchema', () => {
  it('takes every ref that the catalog writes, as it writes it', () => {
    fc.assert(
      fc.property(kind, namespace, name, (k, ns, n) => {
        const ref = stringifyEntityRef({ kind: k, namespace: ns, name: n });
        expect(entityRefSchema().parse(ref)).toBe(ref);
        const given = `${k}:${ns}/${n}`;
        expect(entityRefSchema().parse(given)).toBe(ref);
        expect(stringifyEntityRef(parseEntityRef(ref))).toBe(ref);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[given: string, options: object, ref: string]>([
    ['john@example.com', { kind: 'group' }, 'group:default/john@example.com'],
    ['user:John', { defaultKind: 'group' }, 'user:default/john'],
    ['payments', { defaultKind: 'group' }, 'group:default/payments'],
    ['Group:Other/X Y', {}, 'group:other/x y'],
    ['group:default/a/b:c', {}, 'group:default/a/b:c'],
  ])('%s with %j is %s', (given, options, ref) => {
    expect(entityRefSchema(options).parse(given)).toBe(ref);
  });

  it.each<[given: string, options: object, message: RegExp]>([
    ['payments', {}, /^must be an entity ref such as api:default\/orders/],
    ['user:default/ana', { kind: 'group' }, /^must name a group such as/],
    ['group:a:b/c', {}, /^must be an entity ref/],
    ['group:default/ ', {}, /^must be an entity ref/],
    ['group:default/a\u0000', {}, /^must be an entity ref/],
    ['my kind:default/a', {}, /^must be an entity ref/],
    ['api:default/\ufffd', {}, /^must be an entity ref/],
    ['api:default/\u{1F680}', {}, /^must be an entity ref/],
    [`api:default/${'x'.repeat(600)}`, {}, /at most 600 characters/],
  ])('%j with %j is refused', (given, options, message) => {
    const { error } = entityRefSchema(options).safeParse(given);
    expect(error?.issues[0].message).toMatch(message);
  });
});
