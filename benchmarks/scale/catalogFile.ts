import { writeFile } from 'node:fs/promises';
import { World, WorldTarget } from './World';

/** Writes targets as a file that the catalog takes in; JSON is YAML, too. */
export async function writeCatalogFile(
  file: string,
  world: World,
  indexes: readonly number[],
): Promise<void> {
  const entities = indexes.map(index => entityOf(world, world.target(index)));
  await writeFile(
    file,
    entities.map(entity => JSON.stringify(entity)).join('\n---\n'),
  );
}

function entityOf(world: World, target: WorldTarget): object {
  const { ref, kind, type, title, owner } = target;
  const metadata = {
    name: ref.split('/')[1],
    title,
    annotations: {
      'pilot-to-platform/implements': target.namedPilots.join(','),
    },
  };
  const lifecycle = 'production';
  switch (kind) {
    case 'pilot':
      return {
        apiVersion: 'pilot-to-platform/v1alpha1',
        kind: 'Pilot',
        metadata,
        spec: {
          type,
          owner,
          problem: 'Made up, to see how the portal does with many of them.',
          implementedBy: target.parts.map(part => world.target(part).ref),
        },
      };
    case 'api':
      return {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'API',
        metadata,
        spec: { type, owner, lifecycle, definition: '{}' },
      };
    default:
      return {
        apiVersion: 'backstage.io/v1alpha1',
        kind: kind === 'component' ? 'Component' : 'Resource',
        metadata,
        spec: { type, owner, lifecycle },
      };
  }
}
