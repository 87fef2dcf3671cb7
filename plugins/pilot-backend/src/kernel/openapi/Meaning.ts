/** What a field of the API means, with its range. */
export interface Meaning {
  readonly description: string;
  readonly minimum?: number;
  readonly maximum?: number;
}
