import { InputError, NotAllowedError } from '@backstage/errors';
import { GroupDirectory } from './GroupDirectory';
import { Caller } from './Caller';
import { Viewer } from './Viewer';

interface Deps {
  readonly groups: GroupDirectory;
}

/** Rules of the teams that a person can record interest for. */
export class TeamRules {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The types of Groups that can be teams by now; nothing where all can. */
  async teamTypes(): Promise<readonly string[] | undefined> {
    return this.#deps.groups.teamTypes();
  }

  /** The teams of a person: what can be chosen from, and what is accepted. */
  async teamsOf(caller: Caller): Promise<string[]> {
    return this.#deps.groups.teamsOf(caller.memberOf);
  }

  /**
   * Returns whether recording for a team is on behalf of others.
   *
   * @throws NotAllowedError for the team of others, without the permission
   * @throws InputError for what is no team: a Group that the catalog does not
   * have or that is of another type
   */
  async isOnBehalf(
    team: string,
    viewer: Pick<Viewer, 'caller' | 'rights' | 'entity'>,
  ): Promise<boolean> {
    const { caller } = viewer;
    if ((await this.teamsOf(caller)).includes(team)) {
      return false;
    }
    if (caller.memberOf.includes(team)) {
      throw await this.#noTeam(team);
    }
    if (!viewer.rights.createOnBehalf) {
      throw new NotAllowedError(
        `team: you can record only for teams you belong to, and ${team} is not one of them`,
      );
    }
    // What the caller cannot see answers like what does not exist.
    if (!(await viewer.entity(team))) {
      throw missing(team);
    }
    if ((await this.#deps.groups.teamsAmong([team])).length === 0) {
      throw await this.#noTeam(team);
    }
    return true;
  }

  /** Returns whether a person could record for any team, or why not. */
  async canRecord({
    caller,
    rights,
  }: Pick<Viewer, 'caller' | 'rights'>): Promise<
    true | 'notAllowed' | 'noTeam'
  > {
    if (!rights.create) {
      return 'notAllowed';
    }
    if (rights.createOnBehalf) {
      return true;
    }
    return (await this.teamsOf(caller)).length > 0 || 'noTeam';
  }

  async #noTeam(team: string): Promise<InputError> {
    const [group] = await this.#deps.groups.find([team]);
    const types = await this.#deps.groups.teamTypes();
    return group && types
      ? new InputError(
          `team: ${team} is of type ${
            group.type
          }, and interest counts only for groups of type ${types.join(', ')}`,
        )
      : missing(team);
  }
}

function missing(team: string): InputError {
  return new InputError(
    `team: there is no ${team} in the catalog that you can see`,
  );
}
