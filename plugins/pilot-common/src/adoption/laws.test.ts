import fc from 'fast-check';
import { shuffled } from '../readiness/__testUtils__/arbitraries';
import { adoptionExamples } from './adoption.examples';
import { assessAdoption } from './assessAdoption';

it('does not depend on the order of what is given', () => {
  const { input } = adoptionExamples[0];
  const more = adoptionExamples[3].input.automated;
  const all = { ...input, automated: [...input.automated, ...more] };
  const inOtherOrder = fc.record({
    adopters: shuffled(all.adopters),
    automated: shuffled(all.automated),
    ratings: shuffled(all.ratings),
    now: fc.constant(all.now),
  });
  const adopted = { ...all.adopters[3], adoptedAt: more[1].at };
  fc.assert(
    fc.property(inOtherOrder, other => {
      const adopters = [...other.adopters, { ...adopted, team: 'group:a/b' }];
      expect(assessAdoption({ ...other, adopters })).toEqual(
        assessAdoption({
          ...all,
          adopters: [...all.adopters, { ...adopted, team: 'group:a/b' }],
        }),
      );
    }),
  );
});
