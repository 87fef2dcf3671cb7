import { Knex } from 'knex';

/** A statement as the database got it. */
export interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** Statements that number the feed after a commit: nobody waits for them. */
const numbering =
  /^(select|update|insert into|delete from) .*[`"](feed|feed_counter)[`"]|^(select|delete) .*from [`"]feed_pending[`"]/i;
/**
 * Statements that open and end a transaction. On PostgreSQL one more opens a
 * write: it sets how long to wait for a lock, and reads the clock.
 */
const bracket = /^(BEGIN|COMMIT|ROLLBACK|SELECT set_config\('lock_timeout')/i;

/** Lists the statements of one request, without what opens and ends transactions. */
export async function statementsOf(
  knex: Knex,
  request: () => PromiseLike<unknown>,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const listen = ({ sql, bindings = [] }: Statement) => {
    if (!bracket.test(sql) && !numbering.test(sql)) {
      statements.push({ sql, bindings });
    }
  };
  knex.on('query', listen);
  try {
    await request();
  } finally {
    knex.removeListener('query', listen);
  }
  return statements;
}

/** Those that read whole rows of `target`, and not only ids. */
export const readingTargets = (statements: readonly Statement[]) =>
  statements.filter(({ sql }) =>
    /^select (\* from [`"]target[`"]|.*[`"]target[`"]\.\*)/i.test(sql),
  );

/** Those that write. */
export const writing = (statements: readonly Statement[]) =>
  statements.filter(({ sql }) => !/^(select|with)\b/i.test(sql));

/** Those that were sent before with the same values. */
export function repeated(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>();
  return statements.filter(statement => {
    const key = JSON.stringify(statement);
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown;
  });
}
