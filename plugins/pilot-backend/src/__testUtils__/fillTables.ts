import { Knex } from 'knex';

/** A row of the tables that nobody's deed in the portal fills. */
export async function fillTables(knex: Knex): Promise<void> {
  const now = Date.now();
  const by = 'user:default/ada';
  const rows: Record<string, object> = {
    erasure: {
      ...{ id: 'erased', person: 'digest', pseudonym: 'user:default/gone' },
      ...{ by, begun_at: now, finished_at: now },
    },
    message_sent: { recipient: by, scope: 'of old', sent_at: now },
    moved_ref: {
      ...{ from_ref: 'group:default/old', into_ref: 'group:default/new' },
      ...{ by, reason: 'Renamed', at: now },
    },
    request: {
      ...{ author: by, request_id: 'of-old', interest_id: 'gone' },
      created_at: now,
    },
    team: { ref: 'group:default/left', missing_since: now, gone_at: now },
    upkeep: { name: 'sweep', finished_at: now },
  };
  for (const [table, row] of Object.entries(rows)) {
    if (!(await knex(table).first())) {
      await knex(table).insert(row);
    }
  }
}
