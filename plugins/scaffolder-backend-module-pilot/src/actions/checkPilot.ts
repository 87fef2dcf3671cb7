import {
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  implementedByKinds,
  PilotValidator,
} from '@pilot-to-platform/plugin-pilot-common';

/** Rules of the catalog for every entity. */
const anyEntity = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/**
 * Refuses whatever the catalog would refuse, in the same words.
 *
 * @param allowedKinds - what interest can be for, as the policy says
 * @throws InputError that names every bad field and its fix
 */
export async function checkPilot(
  pilot: Entity,
  allowedKinds: readonly string[],
): Promise<void> {
  try {
    await anyEntity.enforce(pilot);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
  new PilotValidator({
    implementedByKinds: implementedByKinds(allowedKinds),
  }).validate(pilot);
}
