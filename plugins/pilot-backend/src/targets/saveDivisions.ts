import { Entity, RELATION_CHILD_OF } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { saveDivision } from '../kernel/store/targets/saveFacts';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Keeps the group above each target's owner, for lists by division. */
export async function saveDivisions(
  knex: Knex,
  targets: readonly StoredTarget[],
  entitiesOf: (
    refs: readonly string[],
  ) => Promise<ReadonlyArray<Entity | undefined>>,
): Promise<void> {
  const owners = [
    ...new Set(targets.flatMap(({ owner }) => (owner ? [owner] : []))),
  ];
  const groups = await entitiesOf(owners);
  const divisions = new Map(
    owners.map((owner, index) => [
      owner,
      groups[index]?.relations?.find(({ type }) => type === RELATION_CHILD_OF)
        ?.targetRef ?? null,
    ]),
  );
  for (const target of targets) {
    const division = target.owner ? divisions.get(target.owner) ?? null : null;
    if (division !== target.division) {
      await saveDivision(knex, target.id, division);
    }
  }
}
