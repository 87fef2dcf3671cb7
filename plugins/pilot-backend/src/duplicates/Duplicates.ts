import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { comparableTargets } from '../kernel/store/duplicates/findComparable';
import { findTargets } from '../kernel/store/targets/findTargets';
import { GroupNames } from './GroupNames';
import { groupTargets, TargetGroup } from './groupTargets';
import { Kinship } from './Kinship';
import { AlikePair, pairsAmong } from './pairsAmong';
import { RefreshedValue } from './RefreshedValue';
import { ComparedCatalog } from './SimilarTargets';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** A group and the name by which it can be dismissed. */
export interface NamedGroup extends TargetGroup {
  readonly key: string;
}

/** Everything that could be one. */
export interface FoundDuplicates {
  readonly groups: readonly NamedGroup[];
  /** Stored members; nothing of a Pilot that is not known yet. */
  readonly targets: ReadonlyMap<string, StoredTarget>;
  /** Relations by which visible members that belong together are left out. */
  readonly kinship: Kinship;
}

/** Texts are compared among so many: those with the highest scores. */
const mostCompared = 500;
const batch = 500;

/**
 * Finds what teams could be building twice: Pilots and targets with counted
 * interest that share a capability or are described in the same words.
 */
export class Duplicates {
  readonly #knex: Knex;
  readonly #names: GroupNames;
  /** The same for all who see the same, as long as it is compared. */
  readonly #compared = new WeakMap<
    ComparedCatalog,
    RefreshedValue<AlikePair[]>
  >();
  readonly #refreshed: () => RefreshedValue<AlikePair[]>;

  constructor(options: {
    knex: Knex;
    names: GroupNames;
    logger: LoggerService;
    clock: () => Date;
  }) {
    this.#knex = options.knex;
    this.#names = options.names;
    this.#refreshed = () =>
      new RefreshedValue({
        clock: options.clock,
        onError: error =>
          options.logger.warn(
            'Descriptions could not be compared anew; the earlier comparison is shown',
            error,
          ),
      });
  }

  /** @param catalog - what somebody sees of it; nothing else is looked at */
  async find(catalog: ComparedCatalog): Promise<FoundDuplicates> {
    const ranked: string[] = [];
    for await (const ref of comparableTargets(this.#knex)) {
      if (catalog.candidates.has(ref) && ranked.push(ref) === mostCompared) {
        break;
      }
    }
    const described = [...catalog.candidates.values()]
      .filter(({ ref, capability }) => capability || isPilot(ref))
      .map(({ ref }) => ref);
    const refs = [...new Set([...ranked, ...described])];
    const targets = await this.#targets(refs);
    const comparable = refs.filter(
      ref => catalog.candidates.has(ref) && isComparable(ref, targets.get(ref)),
    );
    const groups = groupTargets(
      new Map(
        comparable.map(ref => [ref, catalog.candidates.get(ref)!.capability]),
      ),
      await this.#pairs(catalog, comparable.slice(0, mostCompared)),
    );
    return {
      groups: groups.map(group => ({ ...group, key: this.#names.of(group) })),
      targets,
      kinship: catalog.kinship,
    };
  }

  /** The group that a target forms by itself, where a team builds its own. */
  alone(ref: string): NamedGroup {
    const group = { members: [ref], reasons: [] };
    return { ...group, key: this.#names.of(group) };
  }

  async #targets(refs: readonly string[]): Promise<Map<string, StoredTarget>> {
    const result = new Map<string, StoredTarget>();
    for (let i = 0; i < refs.length; i += batch) {
      await giveWay();
      for (const target of await findTargets(
        this.#knex,
        refs.slice(i, i + batch),
      )) {
        result.set(target.ref, target);
      }
    }
    return result;
  }

  #pairs(
    catalog: ComparedCatalog,
    among: readonly string[],
  ): Promise<AlikePair[]> {
    const compared = this.#compared.get(catalog) ?? this.#refreshed();
    this.#compared.set(catalog, compared);
    return compared.get(() =>
      pairsAmong([...among].sort().map(ref => catalog.candidates.get(ref)!)),
    );
  }
}

function isPilot(ref: string): boolean {
  return ref.startsWith('pilot:');
}

function isComparable(ref: string, target: StoredTarget | undefined): boolean {
  if (!target) {
    return isPilot(ref);
  }
  return (
    target.goneAt === null &&
    target.mergedInto === null &&
    (isPilot(ref) || target.sums.interests > 0)
  );
}
