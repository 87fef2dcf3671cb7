import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { pilotInterestCreateOnBehalfPermission } from '@pilot-to-platform/plugin-pilot-common';
import { Caller } from './Caller';
import { Permits } from './Permits';
import { Visibility } from './Visibility';

/** For which teams a person can record interest. */
export class TeamRules {
  readonly #permits: Permits;
  readonly #visibility: Visibility;
  readonly #teamTypes?: readonly string[];

  constructor(options: {
    permits: Permits;
    visibility: Visibility;
    teamTypes?: readonly string[];
  }) {
    this.#permits = options.permits;
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
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const own = caller.ownership.includes(team);
    if (!own) {
      await this.#requireOnBehalf(team, credentials);
    }
    if (!own || this.#teamTypes) {
      await this.#requireTeam(team, credentials);
    }
    return !own;
  }

  async #requireOnBehalf(
    team: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const allowed = await this.#permits.hasExpressly(
      pilotInterestCreateOnBehalfPermission,
      credentials,
    );
    if (!allowed) {
      throw new NotAllowedError(
        `team: you can record only for teams you belong to, and ${team} is not one of them`,
      );
    }
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
    const type = String(group.spec?.type);
    if (this.#teamTypes && !this.#teamTypes.includes(type)) {
      throw new InputError(
        `team: ${team} is of type ${type}, and interest counts only for groups of type ${this.#teamTypes.join(
          ', ',
        )}`,
      );
    }
  }
}
