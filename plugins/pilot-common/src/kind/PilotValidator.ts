import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { pilotApiVersion } from '../model/pilot';
import { PilotProblem, pilotSpecProblems } from './pilotSpecProblems';
import { createPilotSpecSchema } from './pilotSpecSchema';

/**
 * Tells whether an entity is a good Pilot, a bad one, or none at all. The
 * catalog and the templates go by it.
 * @public
 */
export class PilotValidator {
  readonly #schema: ReturnType<typeof createPilotSpecSchema>;

  /** @param options - `implementedByKinds`: as {@link implementedByKinds} gives them */
  constructor(options: { implementedByKinds: readonly string[] }) {
    this.#schema = createPilotSpecSchema(options.implementedByKinds);
  }

  /**
   * Returns true for a good Pilot and false for another kind.
   *
   * @throws InputError that names every bad field and its fix
   */
  validate(entity: Entity): boolean {
    if (!meansPilot(entity)) {
      return false;
    }
    const problems = [
      ...envelopeProblems(entity),
      ...pilotSpecProblems({
        spec: entity.spec,
        namespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
        schema: this.#schema,
      }),
    ];
    if (problems.length > 0) {
      throw new InputError(describe(problems));
    }
    return true;
  }
}

/**
 * Without a claim on near misses, the catalog would only say that no processor
 * recognised the entity.
 */
function meansPilot(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'pilot' ||
    entity.apiVersion.startsWith('pilot-to-platform/')
  );
}

function envelopeProblems(entity: Entity): PilotProblem[] {
  const problems: PilotProblem[] = [];
  if (entity.kind !== 'Pilot') {
    problems.push({
      field: 'kind',
      message: `must be Pilot, not '${entity.kind}'; use kind: Pilot`,
    });
  }
  if (entity.apiVersion !== pilotApiVersion) {
    problems.push({
      field: 'apiVersion',
      message: `must be ${pilotApiVersion}, not '${entity.apiVersion}'; use apiVersion: ${pilotApiVersion}`,
    });
  }
  return problems;
}

function describe(problems: readonly PilotProblem[]): string {
  const lines = problems.map(({ field, message }) => `${field}: ${message}`);
  return lines.length === 1
    ? lines[0]
    : `${lines.length} problems: ${lines
        .map((line, index) => `(${index + 1}) ${line}`)
        .join(' ')}`;
}
