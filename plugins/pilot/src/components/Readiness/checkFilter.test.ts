import { checks } from '../../__testUtils__/readinessWorld';
import { isShown, type CheckShow } from './checkFilter';

describe('isShown', () => {
  it.each<[CheckShow, string[]]>([
    [
      'toDo',
      ['headcount.two-operators', 'automation.monitoring', 'docs.examples'],
    ],
    ['expiring', ['governance.security-review']],
    ['waived', ['headcount.enough-people']],
    ['all', checks.map(({ id }) => id)],
  ])('knows what %s means', (show, ids) => {
    expect(
      checks.filter(check => isShown(check, show)).map(({ id }) => id),
    ).toEqual(ids);
  });
});
