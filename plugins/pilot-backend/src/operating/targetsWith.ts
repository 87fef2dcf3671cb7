import { Knex } from 'knex';
import { Place, placeOfLog, placeOfTarget, placesOfTargets } from './places';
import { Pseudonyms } from './Pseudonyms';

/** Targets that are looked through at once. */
const batch = 500;

/** A target in which a ref of a person stands, or seems to. */
export interface FoundTarget {
  readonly id: number;
  readonly ref: string;
}

/** Narrows rows to those with a ref of a person, and some in which it only seems to stand. */
export function whereStands(
  query: Knex.QueryBuilder,
  { refs, texts = [], json = [] }: Place,
  person: Pseudonyms,
): Knex.QueryBuilder {
  return query.where(any => {
    for (const column of Object.keys(refs)) {
      any.orWhereIn(column, person.refs);
    }
    for (const ref of person.refs) {
      for (const column of texts) {
        orContains(any, column, ref);
      }
      for (const column of json) {
        orContains(any, column, JSON.stringify(ref).slice(1, -1));
      }
    }
  });
}

function orContains(
  query: Knex.QueryBuilder,
  column: string,
  text: string,
): void {
  const pattern = `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  query.orWhereRaw(String.raw`lower(??) like ? escape '\'`, [column, pattern]);
}

/** Finds the targets in which a person stands, some at a time. */
export async function* targetsWith(
  knex: Knex,
  person: Pseudonyms,
): AsyncGenerator<FoundTarget> {
  for (let after = 0; ; ) {
    const page: Array<{ id: number | string; ref: string }> = await knex(
      'target',
    )
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .select('id', 'ref');
    if (page.length === 0) {
      return;
    }
    const range = [Number(page[0].id), Number(page.at(-1)!.id)] as const;
    const found = new Set<number>();
    for (const [place, id] of [
      [placeOfTarget, 'id'] as const,
      ...[placeOfLog, ...placesOfTargets].map(
        each => [each, 'target_id'] as const,
      ),
    ]) {
      const rows: Array<Record<string, any>> = await whereStands(
        knex(place.table).whereBetween(id, range).distinct(id),
        place,
        person,
      );
      rows.forEach(row => found.add(Number(row[id])));
    }
    for (const { id, ref } of page) {
      if (found.has(Number(id))) {
        yield { id: Number(id), ref };
      }
    }
    after = range[1];
  }
}
