import {
  CheckDefinition,
  defaultChecks,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  PilotReadinessExtensionPoint,
  ReadinessSource,
} from '@pilot-to-platform/plugin-pilot-node';
import { InputError } from '@backstage/errors';
import { isBuiltIn } from './sources/builtInSources';
import { definedCheckSchema } from '../kernel/config/givenCheck';
import { describeProblems } from '../kernel/config/parseConfig';

/** Names that tell where an answer comes from already. */
const taken = [
  'attestation',
  'waiver',
  'report',
  'catalog',
  'pilot',
  'predicate',
  'techdocs',
];

/** Checks and sources that other modules add to readiness. */
export class ReadinessExtensions implements PilotReadinessExtensionPoint {
  readonly #checks: CheckDefinition[] = [];
  readonly #sources: ReadinessSource[] = [];

  addChecks(...checks: CheckDefinition[]): void {
    for (const check of checks) {
      // One that cannot be asked would fail every answer of every entity later on.
      const { error } = definedCheckSchema.safeParse(check);
      if (error) {
        throw new InputError(
          `The check ${check.id} was not added: ${describeProblems(error)}`,
        );
      }
      if (
        [...defaultChecks, ...this.#checks].some(({ id }) => id === check.id)
      ) {
        throw new InputError(
          `The check ${check.id} was not added: there is one with this id`,
        );
      }
      this.#checks.push(check);
    }
  }

  addSource(source: ReadinessSource): void {
    const ids = [...taken, ...this.#sources.map(({ id }) => id)];
    if (ids.includes(source.id)) {
      throw new InputError(
        `The readiness source ${source.id} was not added: there is one with this id`,
      );
    }
    this.#sources.push(source);
  }

  get sources(): readonly ReadinessSource[] {
    return this.#sources;
  }

  /** The default checks and the added ones. */
  get checks(): readonly CheckDefinition[] {
    return [...defaultChecks, ...this.#checks];
  }
}

/**
 * Looks whether every check that is to be answered by a source finds one.
 *
 * @throws InputError that names what does not fit
 */
export function requireKnownSources(
  checks: readonly CheckDefinition[],
  sources: readonly ReadinessSource[],
): void {
  for (const { id, source } of checks) {
    const isAdded = sources.some(each => each.checks.includes(id));
    if (source && !isAdded && !isBuiltIn(source, id)) {
      throw new InputError(
        `The check ${id} is to be answered by ${source}, which does not answer it; add a source that does`,
      );
    }
  }
}
