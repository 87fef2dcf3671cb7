import {
  ErasedPerson,
  erasePersonSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { PersonEraser } from '../persons/PersonEraser';
import { Asked } from './Door';
import { Permits } from './Permits';

/** Lets administrators, and services with the permission, look after what is kept of persons. */
export class AuthorizedPersons {
  readonly #permits: Permits;
  readonly #eraser: PersonEraser;

  constructor(options: { permits: Permits; eraser: PersonEraser }) {
    this.#permits = options.permits;
    this.#eraser = options.eraser;
  }

  /** @throws NotAllowedError for everybody else */
  async erase(
    { person, dryRun }: z.output<typeof erasePersonSchema>,
    { credentials }: Asked,
  ): Promise<ErasedPerson> {
    await this.#permits.requireAdmin(credentials);
    if (dryRun) {
      return this.#eraser.preview(person);
    }
    const by =
      this.#permits.serviceOf(credentials) ??
      (await this.#permits.caller(credentials)).user;
    return this.#eraser.erase(person, by);
  }
}
