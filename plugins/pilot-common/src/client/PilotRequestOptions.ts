/**
 * Options of one request.
 * @public
 */
export interface PilotRequestOptions {
  /** A Backstage token; needed wherever `fetch` does not add one by itself. */
  token?: string;
  signal?: AbortSignal;
}
