import { Knex } from 'knex';

/** Reads the titles of targets that authors saw last, by the interest's id. */
export async function knownTitles(
  db: Knex,
  interestIds: readonly string[],
): Promise<Map<string, string>> {
  const result = new Map<string, string>();
  for (let i = 0; i < interestIds.length; i += 500) {
    const rows: Array<{ id: string; known_title: string }> = await db(
      'interest',
    )
      .whereIn('id', interestIds.slice(i, i + 500))
      .whereNotNull('known_title')
      .select('id', 'known_title');
    rows.forEach(row => result.set(row.id, row.known_title));
  }
  return result;
}
