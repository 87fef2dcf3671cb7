import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { forUpdate, inTransaction } from '../dialect';
import { readable } from '../readable';
import { OutboxRow, StoredMessage } from './messages';

/** Recipient and scope whose messages go together. */
export interface Scope {
  readonly recipient: string;
  readonly scope: string;
}

/** Topics and times that decide which messages may be sent. */
export interface ClaimTimes {
  /** Of other topics, only a newer version knows what to say. */
  readonly topics: readonly string[];
  readonly now: Date;
  /** A claim older than this is of a replica that is no more. */
  readonly stale: Date;
  /** A claim later than this is of a clock that was wrong. */
  readonly latest: Date;
  /** Nothing waits for longer: what is due later is of such a clock, and due. */
  readonly farthest: Date;
  /** Start of the pause: who heard of a scope since then waits. */
  readonly heardSince: Date;
}

/** The messages that this replica is to send as one. */
export interface Claim extends Scope {
  /** Names this attempt; whoever claims them next gives them another name. */
  readonly id: string;
  /** Start of the claim: all that a replica of an earlier release writes. */
  readonly claimedAt: Date;
  readonly messages: readonly StoredMessage[];
}

/** Those of a scope that are due and that nobody is sending. */
function free(
  query: Knex.QueryBuilder,
  times: ClaimTimes,
  table = 'outbox',
): Knex.QueryBuilder {
  const { topics, now, stale, latest, farthest } = times;
  return query
    .whereIn(`${table}.topic`, [...topics])
    .whereNull(`${table}.set_aside_at`)
    .andWhere(due =>
      due
        .where(`${table}.due_at`, '<=', now.getTime())
        .orWhere(`${table}.due_at`, '>', farthest.getTime()),
    )
    .andWhere(claimed =>
      claimed
        .whereNull(`${table}.claimed_at`)
        .orWhere(`${table}.claimed_at`, '<=', stale.getTime())
        .orWhere(`${table}.claimed_at`, '>', latest.getTime()),
    );
}

/** Those that somebody is sending. */
function held(
  query: Knex.QueryBuilder,
  { stale, latest }: ClaimTimes,
  table = 'outbox',
): Knex.QueryBuilder {
  return query
    .where(`${table}.claimed_at`, '>', stale.getTime())
    .andWhere(`${table}.claimed_at`, '<=', latest.getTime());
}

/** The scope that is due for longest and of which nobody sends a message now. */
export async function nextScope(
  db: Knex,
  times: ClaimTimes,
): Promise<Scope | undefined> {
  const row = await free(db('outbox as due'), times, 'due')
    .whereNotExists(
      held(db('outbox as sending'), times, 'sending')
        .whereRaw('sending.recipient = due.recipient')
        .whereRaw('sending.scope = due.scope'),
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
 * Returns whether somebody heard of a scope a short time ago. A time that a
 * clock far ahead wrote is not waited for.
 */
export function isWithin(heard: Date, now: Date, ms: number): boolean {
  return Math.abs(now.getTime() - heard.getTime()) < ms;
}

/**
 * Claims the due messages of a scope. Of those for a recipient who heard of it
 * a short time ago nothing is claimed: they wait, and then go together. A message
 * that cannot be read is set aside.
 */
export async function claimScope(
  knex: Knex,
  { recipient, scope }: Scope,
  times: ClaimTimes,
  read: (row: OutboxRow) => StoredMessage,
): Promise<Claim | undefined> {
  const { now, heardSince } = times;
  return inTransaction(knex, async tx => {
    const heard = await lockHeard(tx, { recipient, scope });
    const ofScope = () => tx<OutboxRow>('outbox').where({ recipient, scope });
    const wait = now.getTime() - heardSince.getTime();
    if (isWithin(heard, now, wait)) {
      await free(ofScope(), times).update({ due_at: heard.getTime() + wait });
      return undefined;
    }
    const sending = await held(ofScope(), times).first('id');
    if (sending) {
      return undefined;
    }
    const rows: OutboxRow[] = await forUpdate(
      tx,
      free(ofScope(), times).orderBy('id'),
    );
    const messages = readable(tx, 'outbox', rows, read);
    await setAside(tx, { rows, messages }, now);
    if (messages.length === 0) {
      return undefined;
    }
    const id = randomUUID();
    await tx('outbox')
      .whereIn(
        'id',
        messages.map(each => each.id),
      )
      .update({
        claim: id,
        claimed_at: now.getTime(),
        attempts: tx.raw('attempts + 1'),
      });
    return {
      recipient,
      scope,
      id,
      claimedAt: now,
      messages: messages.map(each => ({
        ...each,
        attempts: each.attempts + 1,
      })),
    };
  });
}

/** Keeps what cannot be read out of the way of the others. */
async function setAside(
  tx: Knex.Transaction,
  claimed: {
    readonly rows: readonly OutboxRow[];
    readonly messages: readonly StoredMessage[];
  },
  now: Date,
): Promise<void> {
  const read = new Set(claimed.messages.map(({ id }) => id));
  const unread = claimed.rows.map(({ id }) => Number(id));
  await tx('outbox')
    .whereIn(
      'id',
      unread.filter(id => !read.has(id)),
    )
    .update({ set_aside_at: now.getTime() });
}

/** The messages of a claim, as long as it holds. */
const ofClaim = (db: Knex, { id, claimedAt, messages }: Claim) =>
  db('outbox')
    .whereIn(
      'id',
      messages.map(each => each.id),
    )
    .andWhere({ claim: id, claimed_at: claimedAt.getTime() });

/**
 * Makes a claim hold from now on.
 *
 * @returns the claim as it holds now; nothing if another replica took over
 */
export async function renewClaim(
  knex: Knex,
  claim: Claim,
  now: Date,
): Promise<Claim | undefined> {
  const kept = await ofClaim(knex, claim).update({ claimed_at: now.getTime() });
  return kept === claim.messages.length
    ? { ...claim, claimedAt: now }
    : undefined;
}

/**
 * Ends a claim: the messages are told, or have nothing to tell any more. Of a
 * claim that was lost, only when they were told is kept.
 */
export async function endClaim(
  knex: Knex,
  claim: Claim,
  toldAt?: Date,
): Promise<void> {
  const { recipient, scope } = claim;
  await inTransaction(knex, async tx => {
    await ofClaim(tx, claim).delete();
    if (toldAt) {
      await tx('message_sent')
        .insert({ recipient, scope, sent_at: toldAt.getTime() })
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
    claim: null,
    claimed_at: null,
    due_at: dueAt.getTime(),
  });
}

/**
 * Forgets what was heard so long ago that nothing has to wait for it, and what
 * was heard at a time that cannot be true.
 */
export async function forgetHeard(
  knex: Knex,
  { before, latest }: { readonly before: Date; readonly latest: Date },
): Promise<void> {
  await knex('message_sent')
    .where('sent_at', '<', before.getTime())
    .orWhere('sent_at', '>', latest.getTime())
    .delete();
}
