import {
  Entity,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  evaluateFilterPredicate,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { JsonValue } from '@backstage/types';
import {
  PilotValidator,
  ProjectionRow,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotSpecRelations } from '../kind/pilotSpecRelations';
import { refreshKey } from '../projection/CatalogRefresher';
import { ShownInterest } from '../config';
import { Projection } from '../projection/Projection';
import { parseKeptRow, toKeptJson } from './keptRow';
import { pilotRelations } from './pilotRelations';
import { withDemand, withoutInterest } from './withDemand';

const cacheKey = 'row';

/**
 * Validates Pilots, and gives every target its relations, and every Pilot its
 * phase and demand level, from the projection in memory.
 */
export class PilotProcessor implements CatalogProcessor {
  readonly #validator: PilotValidator;
  readonly #projection: Projection;
  readonly #allowedKinds: ReadonlySet<string>;
  readonly #shows: ShownInterest;
  readonly #relationsFilter?: FilterPredicate;
  readonly #reverseLimit: number;

  constructor(options: {
    validator: PilotValidator;
    projection: Projection;
    allowedKinds: readonly string[];
    shows?: ShownInterest;
    relationsFilter?: FilterPredicate;
    reverseLimit: number;
  }) {
    this.#validator = options.validator;
    this.#projection = options.projection;
    this.#allowedKinds = new Set(options.allowedKinds.map(lowerCase));
    this.#shows = options.shows ?? 'all';
    this.#relationsFilter = options.relationsFilter;
    this.#reverseLimit = options.reverseLimit;
  }

  /** Also the name of the cache: another one would forget the kept rows. */
  getProcessorName(): string {
    return 'PilotProcessor';
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    return this.#validator.validate(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const isPilot = entity.kind === 'Pilot';
    if (isPilot) {
      pilotSpecRelations(entity).forEach(relation =>
        emit(processingResult.relation(relation)),
      );
    }
    if (!this.#allowedKinds.has(lowerCase(entity.kind))) {
      return entity;
    }
    const row = await this.#pick(entity, emit, cache);
    const result = isPilot ? this.#withDemand(entity, row) : entity;
    if (row && this.#shows !== 'off' && this.#matches(result)) {
      pilotRelations({
        target: getCompoundEntityRef(entity),
        row,
        reverseLimit: this.#reverseLimit,
      }).forEach(relation => emit(processingResult.relation(relation)));
    }
    return result;
  }

  /**
   * Entities that nobody asked for get no cache, but always the refresh key:
   * without it the first interest could not reach them.
   */
  async #pick(
    entity: Entity,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ) {
    const target = stringifyEntityRef(entity);
    emit(processingResult.refresh(refreshKey(target)));
    const kept = parseKeptRow(await cache.get<JsonValue>(cacheKey));
    const picked = this.#projection.pick(target, kept);
    if (picked) {
      await cache.set(cacheKey, toKeptJson(picked));
    }
    return picked?.row;
  }

  /** The filter is tried on what everybody may know, and on what it lets through. */
  #withDemand(pilot: Entity, row: ProjectionRow | undefined): Entity {
    const shown = withDemand(pilot, row);
    const isShown =
      this.#shows === 'all' ||
      (this.#shows === 'targets' && this.#matches(shown));
    return isShown ? shown : withDemand(pilot, row && withoutInterest(row));
  }

  #matches(entity: Entity): boolean {
    return (
      this.#relationsFilter === undefined ||
      evaluateFilterPredicate(this.#relationsFilter, entity)
    );
  }
}

function lowerCase(kind: string): string {
  return kind.toLocaleLowerCase('en-US');
}
