import { markdownTable, tablesOf } from '../../__testUtils__/documentation';
import { checkIdSchema } from '../../model/check';
import { dimensions } from '../../model/vocabulary';
import { applicableChecks } from '../applicable';
import { defaultChecks } from './index';

const of = (dimension: string) =>
  defaultChecks.filter(check => check.dimension === dimension);

it('asks what the design names, dimension by dimension', () => {
  expect(
    dimensions.map(dimension => [
      dimension,
      of(dimension).map(({ id }) => id.replace(`${dimension}.`, '')),
    ]),
  ).toEqual([
    [
      'governance',
      [
        'owner',
        'security-review',
        'data-classes',
        'approval-workflow',
        'service-levels',
        'cost-allocation',
        'tenancy',
      ],
    ],
    [
      'docs',
      [
        'getting-started',
        'api-reference',
        'examples',
        'troubleshooting',
        'best-practices',
        'lessons',
      ],
    ],
    [
      'automation',
      [
        'manual-steps',
        'onboarding-template',
        'monitoring',
        'hands-off-adopters',
      ],
    ],
    [
      'headcount',
      ['enough-people', 'two-operators', 'support', 'platform-team'],
    ],
  ]);
});

describe.each(defaultChecks.map(check => [check.id, check] as const))(
  '%s',
  (id, check) => {
    it('is a good check', () => {
      expect(checkIdSchema.parse(id)).toBe(id);
      expect(id.startsWith(`${check.dimension}.`)).toBe(true);
      expect(check.question).toMatch(/^\S.*\?$/);
      expect(check.answer).toMatch(/^\S.*\.$/);
      expect(check.fix.text).toMatch(/^\S.*\.$/);
      expect(['entity', 'edit', 'docs', 'create']).toContain(check.fix.link);
      expect([1, 2, 3]).toContain(check.weight);
      expect([[], ['platform']]).toContainEqual(check.required);
      expect(check.staleAfterDays).toBeGreaterThan(0);
    });

    it('can be answered, as it says', () => {
      const { source, attestation, report } = check;
      expect(Boolean(source || attestation || report)).toBe(true);
      expect(/\bowner (can )?attests?\b/.test(check.answer)).toBe(
        attestation !== undefined,
      );
      expect(/^From /.test(check.answer)).toBe(source !== undefined);
    });
  },
);

it.each([
  ['Pilot', 21],
  ['Component', 7],
  ['API', 6],
  ['Resource', 5],
  ['System', 6],
  ['Group', 0],
])('asks a %s %i of them', (kind, count) => {
  expect(applicableChecks(defaultChecks, { kind }).size).toBe(count);
});

describe('the documentation', () => {
  it('lists every check', () => {
    const table = markdownTable([
      ['Check', 'Question', 'Weight', 'Needed for launch'],
      ...defaultChecks.map(({ id, question, weight, required }) => [
        `\`${id}\``,
        question,
        String(weight),
        required.includes('platform') ? 'yes' : '',
      ]),
    ]);
    expect(tablesOf('readiness', 'Check')).toEqual([table]);
  });

  it.each(dimensions)('tells how %s is answered and fixed', dimension => {
    const heading = `Of \`${dimension}\``;
    const table = markdownTable([
      [heading, 'How it is answered', 'How to fix it'],
      ...of(dimension).map(({ id, answer, fix }) => [
        `\`${id.replace(`${dimension}.`, '')}\``,
        answer,
        fix.text,
      ]),
    ]);
    expect(tablesOf('readiness', heading)).toEqual([table]);
  });
});
