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

/** Lets administrators, and services with the permission, look after what is kept of persons. */
export class AuthorizedPersons {
  readonly #permits: Permits;
  readonly #eraser: PersonEraser;
  readonly #withdrawer: PersonWithdrawer;

  constructor(options: {
    permits: Permits;
    eraser: PersonEraser;
    withdrawer: PersonWithdrawer;
  }) {
    this.#withdrawer = options.withdrawer;
    this.#permits = options.permits;
    this.#eraser = options.eraser;
  }

  /** @throws NotAllowedError for everybody else */
  async erase(
    { person, dryRun }: z.output<typeof erasePersonSchema>,
    { credentials }: CallOptions,
  ): Promise<ErasedPerson> {
    await this.#permits.requireAdmin(credentials);
    if (dryRun) {
      return this.#eraser.preview(person);
    }
    return this.#eraser.erase(person, await this.#actor({ credentials }));
  }

  /** @throws NotAllowedError for everybody else */
  async withdraw(
    { person, reason, dryRun }: z.output<typeof withdrawPersonSchema>,
    { credentials }: CallOptions,
  ): Promise<WithdrawnPerson> {
    await this.#permits.requireAdmin(credentials);
    const withdrawn = dryRun
      ? await this.#withdrawer.standing(person)
      : await this.#withdrawer.withdraw({
          ...{ person, reason },
          actor: await this.#actor({ credentials }),
        });
    return { person, dryRun, withdrawn };
  }

  async #actor({ credentials }: CallOptions): Promise<string> {
    return (
      this.#permits.serviceOf(credentials) ??
      (await this.#permits.caller(credentials)).user
    );
  }
}
