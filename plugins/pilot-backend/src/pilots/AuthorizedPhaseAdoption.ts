import { AdoptedPhases } from '@pilot-to-platform/plugin-pilot-common';
import { PhaseAdopter } from './PhaseAdopter';
import { CallOptions } from '../kernel/access/Door';
import { Permits } from '../kernel/access/Permits';

/** Lets administrators, and services with the permission, adopt declared phases. */
export class AuthorizedPhaseAdoption {
  readonly #permits: Permits;
  readonly #adopter: PhaseAdopter;

  constructor(options: { permits: Permits; adopter: PhaseAdopter }) {
    this.#permits = options.permits;
    this.#adopter = options.adopter;
  }

  /** @throws NotAllowedError for everybody else */
  async adopt({ credentials }: CallOptions): Promise<AdoptedPhases> {
    await this.#permits.requireAdmin(credentials);
    const by =
      this.#permits.serviceOf(credentials) ??
      (await this.#permits.caller(credentials)).user;
    return this.#adopter.adopt(by);
  }
}
