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
