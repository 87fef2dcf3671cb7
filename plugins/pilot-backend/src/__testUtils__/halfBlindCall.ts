/** A call of the API that does not only read lists and pages. */
export interface Call {
  /** The entity that the path is about. */
  readonly ref?: string;
  /** What the path is about beside or in place of it; none where there is none. */
  readonly id?: Promise<string | undefined>;
  readonly body?: object | string;
}
