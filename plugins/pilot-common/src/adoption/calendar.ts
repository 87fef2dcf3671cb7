/**
 * The quarter of an instant in UTC, such as 2026-Q4; quarters sort as texts.
 * @public
 */
export function quarterOf(at: Date): string {
  return `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;
}

/** The last months up to that of an instant, with the instant at which each ends. */
export function monthsBefore(
  at: Date,
  count: number,
): Array<{ readonly month: string; readonly end: Date }> {
  return Array.from({ length: count }, (_, index) => {
    const offset = index - count + 1;
    const start = new Date(
      Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset, 1),
    );
    return {
      month: start.toISOString().slice(0, 7),
      end: new Date(
        Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset + 1, 1),
      ),
    };
  });
}
