import { AdoptedPhases } from '@pilot-to-platform/plugin-pilot-common';
import { PhaseAdopter } from './PhaseAdopter';
import { CallOptions } from '../kernel/access/Door';
import { Permits } from '../kernel/access/Permits';

interface Deps {
  readonly permits: Permits;
  readonly adopter: PhaseAdopter;
}

/** Lets administrators, and services with the permission, adopt declared phases. */
export class AuthorizedPhaseAdoption {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotAllowedError for everybody else */
  async adopt({ credentials }: CallOptions): Promise<AdoptedPhases> {
    await this.#deps.permits.requireAdmin(credentials);
    const by =
      this.#deps.permits.serviceOf(credentials) ??
      (await this.#deps.permits.caller(credentials)).user;
    return this.#deps.adopter.adopt(by);
  }
}
