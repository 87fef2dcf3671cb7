import { defaultDemandPolicy, demandPolicySchema } from './policy';

const { weights, halfPoints, specificity, levels } = defaultDemandPolicy;

it('accepts the policy that holds without any setting', () => {
  expect(demandPolicySchema.parse(defaultDemandPolicy)).toEqual(
    defaultDemandPolicy,
  );
});

it.each([
  ['a half-life below a week', { halfLifeDays: 6.9 }, 'halfLifeDays'],
  ['weights above 1', { weights: { ...weights, number: 0.4 } }, 'weights'],
  [
    'a negative weight',
    { weights: { number: -0.1, breadth: 0.6, specific: 0.5 } },
    'weights.number',
  ],
  [
    'a half point of 0',
    { halfPoints: { ...halfPoints, number: 0 } },
    'halfPoints.number',
  ],
  [
    'details below 1',
    { specificity: { ...specificity, contribute: 0 } },
    'specificity',
  ],
  ['levels that fall', { levels: { ...levels, strong: 70 } }, 'levels'],
  ['a level of 100', { levels: { ...levels, proven: 100 } }, 'levels.proven'],
  ['a key that there is not', { halflife: 90 }, ''],
])('refuses %s', (_name, change, field) => {
  const policy = { ...defaultDemandPolicy, ...change };
  const { error } = demandPolicySchema.safeParse(policy);
  expect(error?.issues.map(issue => issue.path.join('.'))).toEqual([field]);
});
