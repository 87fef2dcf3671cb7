/** A signed-in person, as the credentials say. */
export interface Caller {
  readonly user: string;
  /** The Groups that they belong to directly, as their credentials say. */
  readonly memberOf: readonly string[];
  /**
   * Refs that they act for: themselves, the Groups that they belong to, and
   * with `interest.childTeams` the Groups above these.
   */
  readonly ownership: readonly string[];
}

/** Returns whether a caller speaks for the owner of a target. */
export function owns(caller: Caller, owner: string | null): boolean {
  return owner !== null && caller.ownership.includes(owner);
}
