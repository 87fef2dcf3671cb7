/** A signed-in person, as the credentials say. */
export interface Caller {
  readonly user: string;
  /** The person and the groups that they belong to. */
  readonly ownership: readonly string[];
}

/** Whether a caller speaks for the owner of a target. */
export function owns(caller: Caller, owner: string | null): boolean {
  return owner !== null && caller.ownership.includes(owner);
}
