import { Redate, Redated } from '@pilot-to-platform/plugin-pilot-common';
import { CallOptions } from '../kernel/access/Door';
import { Permits } from '../kernel/access/Permits';
import { Redater } from './Redater';

interface Deps {
  readonly permits: Permits;
  readonly redater: Redater;
}

/** Lets administrators, and services with the permission, mend wrong dates. */
export class AuthorizedRedating {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotAllowedError for everybody else */
  async redate(
    { dryRun = false }: Redate,
    { credentials }: CallOptions,
  ): Promise<Redated> {
    await this.#deps.permits.requireAdmin(credentials);
    if (dryRun) {
      return this.#deps.redater.look();
    }
    const by =
      this.#deps.permits.serviceOf(credentials) ??
      (await this.#deps.permits.caller(credentials)).user;
    return this.#deps.redater.redate(by);
  }
}
