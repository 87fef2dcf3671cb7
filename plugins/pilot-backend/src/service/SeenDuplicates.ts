import { Knex } from 'knex';
import { Duplicates, NamedGroup } from '../similar/Duplicates';
import { findTargets } from '../store/operations/findTargets';
import { listOtherwise, OtherwiseRow } from '../store/operations/listOtherwise';
import { StoredTarget } from '../store/rows';
import { Viewer } from './Door';
import { readableOf } from './InterestLister';
import { Visibility } from './Visibility';

/** A group as far as the viewer sees it: it may have had more members. */
export interface SeenGroup extends NamedGroup {
  readonly otherwise: readonly OtherwiseRow[];
}

/** What a viewer sees of all groups, and what is kept of their members. */
export interface SeenGroups {
  readonly groups: readonly SeenGroup[];
  readonly targets: ReadonlyMap<string, StoredTarget>;
}

/** The latest of what teams do otherwise; nobody reads more. */
const mostOtherwise = 2000;
const batch = 500;

/**
 * What teams could be building twice, as far as somebody may know. Members that
 * they cannot see are left out; where fewer than two are left, so is what they
 * had in common, for it would tell of the hidden ones.
 */
export class SeenDuplicates {
  readonly #knex: Knex;
  readonly #duplicates: Duplicates;
  readonly #visibility: Visibility;

  constructor(options: {
    knex: Knex;
    duplicates: Duplicates;
    visibility: Visibility;
  }) {
    this.#knex = options.knex;
    this.#duplicates = options.duplicates;
    this.#visibility = options.visibility;
  }

  async of(viewer: Viewer): Promise<SeenGroups> {
    const found = await this.#duplicates.find();
    const otherwise = await listOtherwise(this.#knex, {
      readable: readableOf(viewer),
      limit: mostOtherwise,
    });
    const isVisible = await this.#visibility.ofRefs(
      [
        ...found.groups.flatMap(({ members }) => members),
        ...otherwise.map(({ target }) => target),
      ],
      viewer.credentials,
    );
    const groups = found.groups
      .map(group => ({
        ...group,
        members: found.kinship.unrelated(group.members.filter(isVisible)),
      }))
      .filter(({ members }) => members.length > 1);
    const grouped = new Set(groups.flatMap(({ members }) => members));
    const alone = otherwise
      .map(({ target }) => target)
      .filter(ref => !grouped.has(ref) && isVisible(ref));
    return {
      groups: [
        ...groups,
        ...[...new Set(alone)].map(ref => this.#duplicates.alone(ref)),
      ].map(group => ({
        ...group,
        otherwise: otherwise.filter(({ target }) =>
          group.members.includes(target),
        ),
      })),
      targets: await this.#withTargets(alone, found.targets),
    };
  }

  async #withTargets(
    refs: readonly string[],
    known: ReadonlyMap<string, StoredTarget>,
  ): Promise<ReadonlyMap<string, StoredTarget>> {
    const missing = [...new Set(refs)].filter(ref => !known.has(ref));
    const result = new Map(known);
    for (let i = 0; i < missing.length; i += batch) {
      const page = missing.slice(i, i + batch);
      for (const target of await findTargets(this.#knex, page)) {
        result.set(target.ref, target);
      }
    }
    return result;
  }
}
