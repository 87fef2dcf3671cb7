import fc from 'fast-check';
import { addUp } from './addUp';

it('is the same to the last digit in whatever order numbers come', () => {
  // Of a like size: of very different ones the largest alone decides.
  const numbers = fc.array(
    fc.integer({ min: 1, max: 1000 }).map(thousandths => thousandths / 1000),
  );
  fc.assert(
    fc.property(
      numbers.chain(values =>
        fc.tuple(
          fc.constant(values),
          fc.shuffledSubarray(values, { minLength: values.length }),
        ),
      ),
      ([values, shuffled]) => {
        expect(addUp(shuffled)).toBe(addUp(values));
      },
    ),
  );
});

it('is the same for numbers whose sum depends on their order', () => {
  expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
  expect(addUp([0.1, 0.2, 0.3])).toBe(addUp([0.3, 0.2, 0.1]));
});

it('is 0 for nothing', () => {
  expect(addUp([])).toBe(0);
});
