const westernmostHours = 12;

/**
 * The day that it still is in the last place on earth (UTC−12), such as
 * `2026-11-19`: somebody can mean a day from it on by "today".
 */
export function earliestToday(now: Date): string {
  const there = new Date(now.getTime() - westernmostHours * 60 * 60 * 1000);
  return there.toISOString().slice(0, 10);
}
