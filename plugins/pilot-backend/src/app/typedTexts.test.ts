import {
  attestSchema,
  decideSchema,
  dismissSchema,
  exchangeLineSchema,
  mergeSchema,
  movePersonSchema,
  moveTeamSchema,
  withdrawPersonSchema,
  proposeSchema,
  rateSchema,
  recordInterestSchema,
  reportSchema,
  setStatusSchema,
  waiveSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { openapiDocument } from './document';

const team = 'group:default/payments';
const target = 'api:default/orders';
const check = 'docs.runbook';
const evidence = 'https://wiki.example.com';
const expiresAt = '2027-01-01';
const line = { target, team, author: 'user:default/ana' };

/** Each body, and what makes one valid; whether its texts have to be there. */
const bodies: Record<
  string,
  [schema: z.ZodType, valid: object, texts: object]
> = {
  recordInterest: [
    recordInterestSchema,
    { team },
    { useCase: false, alternative: false, expectedUsage: false },
  ],
  setInterestStatus: [
    setStatusSchema,
    { status: 'planned', version: 1 },
    { note: false },
  ],
  dismissFragmentation: [
    dismissSchema,
    { key: '0123456789abcdef' },
    { reason: true },
  ],
  withdrawPerson: [
    withdrawPersonSchema,
    { person: 'user:default/a' },
    { reason: true },
  ],
  moveTeam: [
    moveTeamSchema,
    { from: 'group:default/a', into: 'group:default/b' },
    { reason: true },
  ],
  movePerson: [
    movePersonSchema,
    { from: 'user:default/a', into: 'user:default/b' },
    { reason: true },
  ],
  mergeTargets: [
    mergeSchema,
    { from: target, into: 'api:default/other' },
    { reason: true },
  ],
  proposePhase: [proposeSchema, { to: 'build-out' }, { reason: true }],
  decideProposal: [
    decideSchema,
    { decision: 'approve', version: 1 },
    { reason: true },
  ],
  rateSatisfaction: [rateSchema, { team, score: 4 }, { note: false }],
  attestCheck: [
    attestSchema,
    { check, verdict: 'pass', evidence },
    { note: false },
  ],
  waiveCheck: [waiveSchema, { check, expiresAt }, { reason: true }],
  reportResults: [
    z.preprocess(one => [one], reportSchema).transform(([one]) => one),
    { check, verdict: 'pass' },
    { note: false },
  ],
};
const lines: typeof bodies = {
  interest: [
    exchangeLineSchema,
    { ...line, type: 'interest', createdAt: '2026-01-01T00:00:00Z' },
    { useCase: false, alternative: false, expectedUsage: false },
  ],
  status: [
    exchangeLineSchema,
    {
      ...line,
      ...{ type: 'status', status: 'planned', by: line.author },
      at: '2026-01-01T00:00:00Z',
    },
    { note: false },
  ],
};

const schemas: Record<string, any> = openapiDocument.components.schemas;

/** The names of the texts in a schema: what is long, and of no format. */
function textsOf(schema: any): string[] {
  if (schema.$ref) return textsOf(schemas[schema.$ref.split('/').at(-1)]);
  const own = Object.entries<any>(schema.properties ?? {}).flatMap(
    ([name, of]) =>
      [of, ...(of.anyOf ?? [])].some(
        ({ maxLength, format, pattern }) =>
          maxLength >= 500 && maxLength !== 600 && !format && !pattern,
      )
        ? [name]
        : [],
  );
  const inner = [
    schema.items,
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []),
  ];
  return [...own, ...inner.filter(Boolean).flatMap(textsOf)];
}

const fields = Object.entries({ ...bodies, ...lines }).flatMap(
  ([name, [schema, valid, texts]]) =>
    Object.entries(texts).map(
      ([field, isRequired]): [string, z.ZodType, object, string, boolean] => [
        `${name}.${field}`,
        schema,
        Object.fromEntries(
          Object.entries({
            ...valid,
            ...Object.fromEntries(
              Object.entries(texts).map(([key, must]) => [
                key,
                must ? 'Why' : undefined,
              ]),
            ),
          }).filter(([, value]) => value !== undefined),
        ),
        field,
        isRequired,
      ],
    ),
);

/** Links, as people type them, beside the texts of their bodies. */
const links: Array<[name: string, z.ZodType, valid: object]> = [
  ['attestCheck.evidence', attestSchema, { check, verdict: 'pass', evidence }],
  [
    'reportResults.evidence',
    bodies.reportResults[0],
    { check, verdict: 'pass' },
  ],
];

describe('links that people type', () => {
  it.each(links)('%s leads where it says', (_, schema, valid) => {
    const turned = { ...valid, evidence: 'https://a.example/\u202ecod.exe' };
    expect(schema.safeParse({ ...valid, evidence }).success).toBe(true);
    expect(
      schema.safeParse(turned).error?.issues.map(({ message }) => message),
    ).toEqual([expect.stringContaining('remove U+202E')]);
  });
});

describe('texts that people type', () => {
  it('are all in the table', () => {
    const found = Object.values<any>(openapiDocument.paths)
      .flatMap(path => Object.values<any>(path))
      .flatMap(({ operationId, requestBody }) => {
        const body = requestBody?.content['application/json']?.schema;
        const names = body ? textsOf(body).sort() : [];
        return names.length > 0 ? [[operationId, names] as const] : [];
      });
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        Object.entries(bodies).map(([name, [, , texts]]) => [
          name,
          Object.keys(texts).sort(),
        ]),
      ),
    );
  });

  it.each(fields)(
    '%s holds something visible, or nothing',
    (_, schema, valid, field, isRequired) => {
      for (const nothing of ['', ' \t', '\u200b'.repeat(50), '\u3164\u2800']) {
        const { success, data, error } = schema.safeParse({
          ...valid,
          [field]: nothing,
        });
        expect([success, error?.issues[0].path.at(-1)]).toEqual(
          isRequired ? [false, field] : [true, undefined],
        );
        expect((data as any)?.[field]).toBe(isRequired ? undefined : null);
      }
    },
  );

  it.each(fields)('%s does not turn', (_, schema, valid, field) => {
    const { error } = schema.safeParse({
      ...valid,
      [field]: 'pay \u202etnemyap',
    });
    expect(
      error?.issues.map(({ path, message }) => [path.at(-1), message]),
    ).toEqual([
      [
        field,
        'must not contain characters that turn the direction of text; remove U+202E',
      ],
    ]);
  });
});
