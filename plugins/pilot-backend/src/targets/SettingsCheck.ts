import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { defaultAllowedKinds } from '@pilot-to-platform/plugin-pilot-common';
import { PilotConfig } from '../kernel/config/config';
import { GroupDirectory } from '../kernel/access/GroupDirectory';

type Settings = Pick<PilotConfig, 'allowedKinds' | 'approvers' | 'teamTypes'>;

interface Deps {
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly groups: GroupDirectory;
  readonly logger: LoggerService;
  readonly config: Settings;
}

/**
 * Finds what the configuration names and the catalog does not have. It is no
 * reason to refuse the start: the catalog may get it later.
 */
export class SettingsCheck {
  readonly #deps: Deps;
  #said?: string;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A sentence for each setting that leads nowhere, beginning with its key. */
  async problems(): Promise<string[]> {
    const { approvers, teamTypes = [], allowedKinds } = this.#deps.config;
    const known = new Set(
      (await this.#deps.groups.find(approvers)).map(({ ref }) => ref),
    );
    const types = await missing(teamTypes, type =>
      this.#deps.groups.hasType(type),
    );
    const kinds = await missing(allowedKinds.filter(isUnusual), kind =>
      this.#hasKind(kind),
    );
    return [
      ...approvers
        .filter(ref => !known.has(ref))
        .map(
          ref =>
            `pilot.decisions.approvers: the catalog has no ${ref}, so nobody approves for it`,
        ),
      ...types.map(
        type =>
          `pilot.interest.teamTypes: the catalog has no Group of the type ${type}`,
      ),
      ...kinds.map(
        kind =>
          `pilot.interest.allowedKinds: the catalog has no entity of the kind ${kind}`,
      ),
    ];
  }

  /** Logs what was found and which Groups are teams, when it is news. */
  async report(): Promise<void> {
    const problems = await this.problems();
    const types = await this.#deps.groups.teamTypes();
    const teams = types
      ? `Teams are the Groups of the type ${types.join(', ')}`
      : 'Teams are all Groups, because none is of the type team';
    const said = [teams, ...problems].join('\n');
    if (said === this.#said) {
      return;
    }
    this.#said = said;
    this.#deps.logger.info(teams);
    problems.forEach(problem => this.#deps.logger.warn(problem));
  }

  async #hasKind(kind: string): Promise<boolean> {
    const { items } = await this.#deps.catalog.queryEntities(
      { filter: { kind }, fields: ['kind'], limit: 1 },
      { credentials: await this.#deps.auth.getOwnServiceCredentials() },
    );
    return items.length > 0;
  }
}

/** No catalog has to have each of the usual kinds. */
function isUnusual(kind: string): boolean {
  return !defaultAllowedKinds.some(
    usual => usual.toLowerCase() === kind.toLowerCase(),
  );
}

async function missing(
  names: readonly string[],
  has: (name: string) => Promise<boolean>,
): Promise<string[]> {
  const found = await Promise.all(names.map(has));
  return names.filter((_, index) => !found[index]);
}
