import { interestWith } from '../../__testUtils__/world';
import { draftOf, isPastDay, isSameDraft, requestOf } from './InterestDraft';

const interest = interestWith({
  useCase: 'Weekly extracts',
  neededBy: '2026-10-01',
});
const saved = draftOf(interest);

describe('requestOf', () => {
  it('clears what was emptied and trims what was typed', () => {
    const draft = { ...saved, useCase: '  ', alternative: ' E-mail ' };
    expect(requestOf(interest, draft)).toEqual({
      id: 'i1',
      team: 'group:default/payments',
      urgency: 'important',
      useCase: null,
      alternative: 'E-mail',
      neededBy: '2026-10-01',
      expectedUsage: null,
      otherwise: null,
      contribute: false,
    });
  });
});

describe('isSameDraft', () => {
  it.each([
    { change: 'nothing', draft: saved, same: true },
    { change: 'the use case', draft: { ...saved, useCase: 'x' }, same: false },
    { change: 'the day', draft: { ...saved, neededBy: null }, same: false },
    {
      change: 'willing to contribute',
      draft: { ...saved, contribute: true },
      same: false,
    },
  ])('sees a change of $change', ({ draft, same }) => {
    expect(isSameDraft(draft, saved)).toBe(same);
  });
});

describe('isPastDay', () => {
  it.each([
    { day: 'today', neededBy: '2026-11-20', past: false },
    { day: 'yesterday, newly set', neededBy: '2026-11-19', past: true },
    { day: 'one that has passed since', neededBy: '2026-10-01', past: false },
    { day: 'none', neededBy: null, past: false },
  ])('says $past for $day', ({ neededBy, past }) => {
    expect(isPastDay({ ...saved, neededBy }, saved, '2026-11-20')).toBe(past);
  });
});
