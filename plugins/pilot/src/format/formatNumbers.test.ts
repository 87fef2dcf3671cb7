import { formatNumbers } from './formatNumbers';

describe('formatNumbers', () => {
  const english = formatNumbers('en');

  it.each([
    { score: 0, shown: '0' },
    { score: 39.7, shown: '39' },
    { score: 39.999, shown: '39' },
    { score: 40, shown: '40' },
    { score: 99.9, shown: '99' },
  ])('shows a score of $score as $shown', ({ score, shown }) => {
    expect(english.score(score)).toBe(shown);
  });

  it.each([
    { fraction: 0.29, shown: '29%' },
    { fraction: 0.669, shown: '66%' },
    { fraction: 0.999, shown: '99%' },
    { fraction: 1, shown: '100%' },
  ])('shows $fraction as $shown', ({ fraction, shown }) => {
    expect(english.percent(fraction)).toBe(shown);
  });

  it.each([
    { gain: 0.99, shown: undefined },
    { gain: 1, shown: '+1' },
    { gain: 5.84, shown: '+5' },
  ])('shows a gain of $gain as $shown', ({ gain, shown }) => {
    expect(english.gain(gain)).toBe(shown);
  });

  it.each([
    { mean: 4, shown: '4' },
    { mean: 4.25, shown: '4.2' },
    { mean: 4.99, shown: '4.9' },
  ])('shows a mean of $mean as $shown', ({ mean, shown }) => {
    expect(english.rating(mean)).toBe(shown);
  });

  it('shows a part with two decimals in the language of the reader', () => {
    expect(english.part(3.3333)).toBe('3.33');
    expect(formatNumbers('de').part(0.4)).toBe('0,40');
  });
});
