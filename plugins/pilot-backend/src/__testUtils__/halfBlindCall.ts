/** A call of the API that does not only read lists and pages. */
export interface Call {
  /** The entity that the path is about. */
  readonly ref?: string;
  /** Id in the path, beside the entity or in its place; none where none exists. */
  readonly id?: Promise<string | undefined>;
  readonly body?: object | string;
}
