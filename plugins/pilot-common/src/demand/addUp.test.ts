import { addUp } from './addUp';

it('is the same for numbers whose sum depends on their order', () => {
  expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
  expect(addUp([0.1, 0.2, 0.3])).toBe(addUp([0.3, 0.2, 0.1]));
});

it('is 0 for nothing', () => {
  expect(addUp([])).toBe(0);
});
