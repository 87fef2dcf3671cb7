import { Entity } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { CatalogChange } from '@pilot-to-platform/plugin-pilot-common';
import { api, group, pilot } from '../__testUtils__/TestEntities';
import { ChangeProcessor } from './ChangeProcessor';

/** Processes as the catalog does: the cache is that of the run before. */
function start() {
  const noted: CatalogChange[] = [];
  const caches = new Map<string, JsonValue>();
  const processor = new ChangeProcessor({
    allowedKinds: ['Pilot', 'API'],
    note: change => noted.push(change),
  });
  const process = (entity: Entity) =>
    processor.postProcessEntity(
      entity,
      { type: 'url', target: 'https://example.com/catalog-info.yaml' },
      () => {},
      {
        get: async <T extends JsonValue>() =>
          caches.get(entity.metadata.name) as T | undefined,
        set: async (_key, value) =>
          void caches.set(entity.metadata.name, value),
      },
    );
  return { process, refs: () => noted.splice(0).map(({ ref }) => ref) };
}

describe('ChangeProcessor', () => {
  it.each([
    ['a Pilot', pilot('lake'), 'pilot:default/lake'],
    ['a target', api('orders'), 'api:default/orders'],
    ['a Group', group('payments'), 'group:default/payments'],
  ])(
    'notes %s when it is new, and not when it stays',
    async (_, entity, ref) => {
      const { process, refs } = start();
      expect(await process(entity)).toBe(entity);
      expect(refs()).toEqual([ref]);
      await process(entity);
      expect(refs()).toEqual([]);
    },
  );

  it('notes a change of what is kept, and none of the phase', async () => {
    const { process, refs } = start();
    await process(pilot('lake'));
    refs();
    await process(pilot('lake', { phase: 'demand' }));
    expect(refs()).toEqual([]);
    await process(pilot('lake', { owner: 'payments' }));
    expect(refs()).toEqual(['pilot:default/lake']);
  });

  it('notes nothing of kinds that nobody can ask for', async () => {
    const { process, refs } = start();
    await process({ ...api('orders'), kind: 'Location' });
    expect(refs()).toEqual([]);
  });
});
