import {
  ErasedPerson,
  erasePersonSchema,
  WithdrawnPerson,
  withdrawPersonSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { PersonEraser } from './PersonEraser';
import { PersonWithdrawer } from './PersonWithdrawer';
import { CallOptions } from '../kernel/access/Door';
import { Permits } from '../kernel/access/Permits';

interface Deps {
  readonly permits: Permits;
  readonly eraser: PersonEraser;
  readonly withdrawer: PersonWithdrawer;
}

/** Lets administrators, and services with the permission, look after what is kept of persons. */
export class AuthorizedPersons {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotAllowedError for everybody else */
  async erase(
    { person, dryRun }: z.output<typeof erasePersonSchema>,
    { credentials }: CallOptions,
  ): Promise<ErasedPerson> {
    await this.#deps.permits.requireAdmin(credentials);
    if (dryRun) {
      return this.#deps.eraser.preview(person);
    }
    return this.#deps.eraser.erase(person, await this.#actor({ credentials }));
  }

  /** @throws NotAllowedError for everybody else */
  async withdraw(
    { person, reason, dryRun }: z.output<typeof withdrawPersonSchema>,
    { credentials }: CallOptions,
  ): Promise<WithdrawnPerson> {
    await this.#deps.permits.requireAdmin(credentials);
    const withdrawn = dryRun
      ? await this.#deps.withdrawer.standing(person)
      : await this.#deps.withdrawer.withdraw({
          person,
          reason,
          actor: await this.#actor({ credentials }),
        });
    return { person, dryRun, withdrawn };
  }

  async #actor({ credentials }: CallOptions): Promise<string> {
    return (
      this.#deps.permits.serviceOf(credentials) ??
      (await this.#deps.permits.caller(credentials)).user
    );
  }
}
