import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import { Caller } from './Caller';
import { Rights } from './Permits';
import { Visibility } from './Visibility';

/** How long a group is taken to keep its type. */
const keptMs = 60_000;

/** For which teams a person can record interest. */
export class TeamRules {
  readonly #visibility: Visibility;
  readonly #teamTypes?: readonly string[];
  /**
   * Groups that were teams when last looked at, and until when that holds: one
   * more catalog call for each request would cost as much as all the rest.
   */
  readonly #teams = new Map<string, number>();

  constructor(options: {
    visibility: Visibility;
    teamTypes?: readonly string[];
  }) {
    this.#visibility = options.visibility;
    this.#teamTypes = options.teamTypes;
  }

  /**
   * Whether recording for a team is on behalf of others. The catalog is asked
   * only where the caller's membership does not say everything.
   *
   * @throws NotAllowedError for the team of others, without the permission
   * @throws InputError for a group that does not exist or is of another type
   */
  async isOnBehalf(
    team: string,
    caller: Caller,
    viewer: { rights: Rights; credentials: BackstageCredentials },
  ): Promise<boolean> {
    const own = caller.ownership.includes(team);
    if (!own && !viewer.rights.createOnBehalf) {
      throw new NotAllowedError(
        `team: you can record only for teams you belong to, and ${team} is not one of them`,
      );
    }
    if (!own || (this.#teamTypes && !this.#isKnownTeam(team))) {
      await this.#requireTeam(team, viewer.credentials);
    }
    return !own;
  }

  /**
   * Whether there is a team that a person could record for. The catalog is
   * asked only where the operator narrowed the types of teams.
   */
  async canRecord(
    caller: Caller,
    viewer: { rights: Rights; credentials: BackstageCredentials },
  ): Promise<true | 'notAllowed' | 'noTeam'> {
    if (!viewer.rights.create) {
      return 'notAllowed';
    }
    if (viewer.rights.createOnBehalf) {
      return true;
    }
    const groups = caller.ownership.filter(ref => ref.startsWith('group:'));
    if (!this.#teamTypes || groups.length === 0) {
      return groups.length > 0 || 'noTeam';
    }
    if (groups.some(ref => this.#isKnownTeam(ref))) {
      return true;
    }
    const found = await this.#visibility.entities(groups, viewer.credentials);
    return found.filter(group => this.#isTeam(group)).length > 0 || 'noTeam';
  }

  #isKnownTeam(ref: string): boolean {
    return (this.#teams.get(ref) ?? 0) > performance.now();
  }

  #isTeam(group: Entity): boolean {
    const isTeam = !this.#teamTypes || this.#teamTypes.includes(typeOf(group));
    if (isTeam) {
      this.#teams.set(stringifyEntityRef(group), performance.now() + keptMs);
    }
    return isTeam;
  }

  async #requireTeam(
    team: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const group = await this.#visibility.entity(team, credentials);
    if (!group) {
      throw new InputError(
        `team: there is no ${team} in the catalog that you can see`,
      );
    }
    if (!this.#isTeam(group)) {
      throw new InputError(
        `team: ${team} is of type ${typeOf(
          group,
        )}, and interest counts only for groups of type ${this.#teamTypes!.join(
          ', ',
        )}`,
      );
    }
  }
}

function typeOf(group: Entity): string {
  return String(group.spec?.type);
}
