import { requestIdOf } from './requestIdOf';

const run = { task: { id: 'a-task' }, step: { id: 'need' } };
const target = 'api:default/orders';
const interest = { team: 'group:default/payments' };
const first = requestIdOf(run, target, interest);

describe('requestIdOf', () => {
  it('gives a step that runs again the same name', () => {
    const again = structuredClone({ run, interest });
    expect(requestIdOf(again.run, target, again.interest)).toBe(first);
  });

  it('fits what the API takes', () => {
    expect(first).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
  });

  it.each([
    ['another task', { ...run, task: { id: 'b-task' } }, target, interest],
    ['another step', { ...run, step: { id: 'more' } }, target, interest],
    ['an iteration', { ...run, each: { value: 1 } }, target, interest],
    ['another target', run, 'api:default/refunds', interest],
    ['another team', run, target, { team: 'group:default/search' }],
    ['another use case', run, target, { ...interest, useCaseKey: 'weekly' }],
  ])('gives %s another name', (_, otherRun, otherTarget, otherInterest) => {
    expect(requestIdOf(otherRun, otherTarget, otherInterest)).not.toBe(first);
  });
});
