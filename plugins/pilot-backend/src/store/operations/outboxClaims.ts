import { Knex } from 'knex';
import { forUpdate, inTransaction } from '../dialect';
import { OutboxRow, StoredMessage, toMessage } from './outboxMessages';

/** Whose messages about what belong together. */
export interface Scope {
  readonly recipient: string;
  readonly scope: string;
}

/** When messages may be sent. */
export interface ClaimTimes {
  readonly now: Date;
  /** A claim older than this is of a replica that is no more. */
  readonly stale: Date;
  /** Who heard of a scope since then hears of it again later. */
  readonly heardSince: Date;
}

/** The messages that this replica is to send as one. */
export interface Claim extends Scope {
  readonly claimedAt: Date;
  readonly messages: readonly StoredMessage[];
}

/** Those of a scope that are due and that nobody is sending. */
function free(
  query: Knex.QueryBuilder,
  { now, stale }: ClaimTimes,
  table = 'outbox',
): Knex.QueryBuilder {
  return query
    .where(`${table}.due_at`, '<=', now.getTime())
    .andWhere(claimed =>
      claimed
        .whereNull(`${table}.claimed_at`)
        .orWhere(`${table}.claimed_at`, '<=', stale.getTime()),
    );
}

/** The scope that is due for longest and of which nobody sends a message now. */
export async function nextScope(
  db: Knex,
  times: ClaimTimes,
): Promise<Scope | undefined> {
  const row = await free(db('outbox as due'), times, 'due')
    .whereNotExists(
      db('outbox as sending')
        .whereRaw('sending.recipient = due.recipient')
        .whereRaw('sending.scope = due.scope')
        .where('sending.claimed_at', '>', times.stale.getTime()),
    )
    .orderBy(['due.due_at', 'due.id'])
    .first('due.recipient as recipient', 'due.scope as scope');
  return row && { recipient: row.recipient, scope: row.scope };
}

/**
 * Locks what is known of when a recipient heard of a scope, and answers when
 * that was. The lock is a write that changes nothing: nobody can forget the row
 * between its insert and this transaction's end.
 */
export async function lockHeard(
  tx: Knex.Transaction,
  { recipient, scope }: Scope,
): Promise<Date> {
  await tx('message_sent')
    .insert({ recipient, scope, sent_at: 0 })
    .onConflict(['recipient', 'scope'])
    .merge(['scope']);
  const { sent_at }: { sent_at: number | string } = await tx('message_sent')
    .where({ recipient, scope })
    .first('sent_at');
  return new Date(Number(sent_at));
}

/**
 * Claims the due messages of a scope. Of those for a recipient who heard of it
 * a short time ago nothing is claimed: they wait, and then go together.
 */
export async function claimScope(
  knex: Knex,
  { recipient, scope }: Scope,
  times: ClaimTimes,
): Promise<Claim | undefined> {
  const { now, stale, heardSince } = times;
  return inTransaction(knex, async tx => {
    const heard = await lockHeard(tx, { recipient, scope });
    const ofScope = () => tx<OutboxRow>('outbox').where({ recipient, scope });
    if (heard > heardSince) {
      const wait = now.getTime() - heardSince.getTime();
      await free(ofScope(), times).update({ due_at: heard.getTime() + wait });
      return undefined;
    }
    const sending = await ofScope()
      .where('claimed_at', '>', stale.getTime())
      .first('id');
    if (sending) {
      return undefined;
    }
    const rows: OutboxRow[] = await forUpdate(
      tx,
      free(ofScope(), times).orderBy('id'),
    );
    if (rows.length === 0) {
      return undefined;
    }
    await tx('outbox')
      .whereIn(
        'id',
        rows.map(({ id }) => id),
      )
      .update({ claimed_at: now.getTime(), attempts: tx.raw('attempts + 1') });
    const messages = rows
      .map(toMessage)
      .map(each => ({ ...each, attempts: each.attempts + 1 }));
    return { recipient, scope, claimedAt: now, messages };
  });
}

const ofClaim = (db: Knex, { claimedAt, messages }: Claim) =>
  db('outbox')
    .whereIn(
      'id',
      messages.map(({ id }) => id),
    )
    .andWhere('claimed_at', claimedAt.getTime());

/** Ends a claim: the messages are told, or have nothing to tell any more. */
export async function endClaim(
  knex: Knex,
  claim: Claim,
  told: boolean,
): Promise<void> {
  const { recipient, scope, claimedAt } = claim;
  await inTransaction(knex, async tx => {
    await ofClaim(tx, claim).delete();
    if (told) {
      await tx('message_sent')
        .insert({ recipient, scope, sent_at: claimedAt.getTime() })
        .onConflict(['recipient', 'scope'])
        .merge();
    }
  });
}

/** Gives a claim back, to be tried again later. */
export async function releaseClaim(
  knex: Knex,
  claim: Claim,
  dueAt: Date,
): Promise<void> {
  await ofClaim(knex, claim).update({
    claimed_at: null,
    due_at: dueAt.getTime(),
  });
}

/** Forgets what was heard so long ago that nothing has to wait for it. */
export async function forgetHeard(knex: Knex, before: Date): Promise<void> {
  await knex('message_sent').where('sent_at', '<', before.getTime()).delete();
}
