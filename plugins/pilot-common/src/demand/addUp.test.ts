import fc from 'fast-check';
import { addUp } from './addUp';

it('is the same to the last digit in whatever order numbers come', () => {
  const numbers = fc.array(fc.double({ min: 0, max: 1, noNaN: true }));
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

it('is 0 for nothing', () => {
  expect(addUp([])).toBe(0);
});
