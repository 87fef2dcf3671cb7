/** Numbers as they are shown, in one language. */
export interface NumberFormat {
  /** A score, whole and rounded down: a level is not reached by rounding. */
  score(value: number): string;
  /** A fraction of 1 as a whole percentage, rounded down. */
  percent(fraction: number): string;
  /** A sum or a part, with two decimals. */
  part(value: number): string;
  /** A count or a number of days. */
  count(value: number): string;
  /** A mean of answers from 1 to 5, with at most one decimal, rounded down. */
  rating(value: number): string;
  /** Formats the gain of a score: whole with its sign, or nothing below one. */
  gain(value: number): string | undefined;
}

/** @param language - a BCP 47 tag, of the app and not of the browser */
export function formatNumbers(language: string): NumberFormat {
  const format = (options: Intl.NumberFormatOptions) => {
    const { format: text } = new Intl.NumberFormat(language, options);
    return (value: number) => text(value);
  };
  const down = { maximumFractionDigits: 0, roundingMode: 'floor' } as const;
  const signed = format({ ...down, signDisplay: 'always' });
  return {
    score: format(down),
    percent: format({ ...down, style: 'percent' }),
    part: format({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    count: format({ maximumFractionDigits: 2 }),
    rating: format({ maximumFractionDigits: 1, roundingMode: 'floor' }),
    gain: value => (value < 1 ? undefined : signed(value)),
  };
}
