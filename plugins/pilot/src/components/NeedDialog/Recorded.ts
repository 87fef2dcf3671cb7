/** What was recorded last while the dialog was open. */
export interface Recorded {
  readonly target: string;
  /** Its name. */
  readonly team: string;
}
