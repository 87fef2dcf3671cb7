import { Redate, Redated } from '@pilot-to-platform/plugin-pilot-common';
import { CallOptions } from '../kernel/access/Door';
import { Permits } from '../kernel/access/Permits';
import { Redater } from './Redater';

/** Lets administrators, and services with the permission, mend wrong dates. */
export class AuthorizedRedating {
  readonly #permits: Permits;
  readonly #redater: Redater;

  constructor(options: { permits: Permits; redater: Redater }) {
    this.#permits = options.permits;
    this.#redater = options.redater;
  }

  /** @throws NotAllowedError for everybody else */
  async redate(
    { dryRun = false }: Redate,
    { credentials }: CallOptions,
  ): Promise<Redated> {
    await this.#permits.requireAdmin(credentials);
    if (dryRun) {
      return this.#redater.look();
    }
    const by =
      this.#permits.serviceOf(credentials) ??
      (await this.#permits.caller(credentials)).user;
    return this.#redater.redate(by);
  }
}
