/**
 * What goes along with a request.
 * @public
 */
export interface PilotRequestOptions {
  /** A Backstage token; needed wherever `fetch` does not add one by itself. */
  token?: string;
  signal?: AbortSignal;
}
