import { Knex } from 'knex';

/** A request as its author names it. */
export interface RequestKey {
  readonly author: string;
  readonly requestId: string;
}

/** The id of the interest that a request recorded before, if it did. */
export async function findRequest(
  tx: Knex.Transaction,
  { author, requestId }: RequestKey,
): Promise<string | undefined> {
  const row = await tx('request')
    .where({ author, request_id: requestId })
    .first('interest_id');
  return row?.interest_id;
}

/**
 * Notes what a request recorded, unless another one of the same name was first.
 *
 * @returns the id of the interest that now stands for the request
 */
export async function saveRequest(
  tx: Knex.Transaction,
  request: RequestKey,
  recorded: { readonly interestId: string; readonly at: Date },
): Promise<string> {
  await tx('request')
    .insert({
      author: request.author,
      request_id: request.requestId,
      interest_id: recorded.interestId,
      created_at: recorded.at.getTime(),
    })
    .onConflict(['author', 'request_id'])
    .ignore();
  return (await findRequest(tx, request))!;
}

/**
 * Forgets the requests before a time, whose retries are no longer to come, and
 * those of which it cannot be true when.
 */
export async function forgetRequests(
  knex: Knex,
  { before, latest }: { readonly before: Date; readonly latest: Date },
): Promise<void> {
  await knex('request')
    .where('created_at', '<', before.getTime())
    .orWhere('created_at', '>', latest.getTime())
    .delete();
}
