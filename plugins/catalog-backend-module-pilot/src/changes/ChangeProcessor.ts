import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import {
  CatalogChange,
  mirroredFacts,
} from '@pilot-to-platform/plugin-pilot-common';
import { createHash } from 'node:crypto';

const cacheKey = 'digest';

/** Targets belong to Groups, and imported lines wait for Groups and Users. */
const others = ['group', 'user'];

/**
 * Notes which entities are new, or changed in something that the pilot backend
 * keeps. The catalog stores the digest of the run before, for all replicas, so a
 * restart tells of nothing anew.
 */
export class ChangeProcessor implements CatalogProcessor {
  readonly #kinds: ReadonlySet<string>;
  readonly #note: (change: CatalogChange) => void;

  constructor(options: {
    allowedKinds: readonly string[];
    note: (change: CatalogChange) => void;
  }) {
    this.#kinds = new Set([...options.allowedKinds.map(lowerCase), ...others]);
    this.#note = options.note;
  }

  /** Also the name of the cache: under another one, everything is new. */
  getProcessorName(): string {
    return 'PilotChangeProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!this.#kinds.has(lowerCase(entity.kind))) {
      return entity;
    }
    const digest = digestOf(entity);
    if ((await cache.get<string>(cacheKey)) !== digest) {
      this.#note({ ref: stringifyEntityRef(entity), digest });
    }
    await cache.set(cacheKey, digest);
    return entity;
  }
}

/** As the pilot backend makes it of what it reads. */
function digestOf(entity: Entity): string {
  return createHash('sha256').update(mirroredFacts(entity)).digest('base64url');
}

function lowerCase(kind: string): string {
  return kind.toLocaleLowerCase('en-US');
}
