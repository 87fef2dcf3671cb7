import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { Duplicates, NamedGroup } from './Duplicates';
import { findTargets } from '../kernel/store/targets/findTargets';
import {
  listOtherwise,
  OtherwiseRow,
} from '../kernel/store/demand/listOtherwise';
import { collectVisible } from '../kernel/http/collectVisible';
import { Viewer } from '../kernel/access/Viewer';
import { VisibleCandidates } from './VisibleCandidates';
import { readableOf } from '../kernel/access/readableInterest';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** A group of what the viewer sees. */
export interface SeenGroup extends NamedGroup {
  readonly otherwise: readonly OtherwiseRow[];
}

/** Groups as a viewer sees them, and their stored members. */
export interface SeenGroups {
  readonly groups: readonly SeenGroup[];
  readonly targets: ReadonlyMap<string, StoredTarget>;
}

/** The latest of what teams do otherwise; nobody reads more. */
const mostOtherwise = 2000;
type Position = Pick<OtherwiseRow, 'at' | 'interest'>;
const batch = 500;

interface Deps {
  readonly knex: Knex;
  readonly duplicates: Duplicates;
  readonly candidates: VisibleCandidates;
}

/**
 * Finds what teams could be building twice, as far as somebody may know:
 * compares only what they see, so that nothing in common tells of what is
 * hidden.
 */
export class VisibleDuplicates {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async of(viewer: Viewer): Promise<SeenGroups> {
    const found = await this.#deps.duplicates.find(
      await this.#deps.candidates.of(viewer),
    );
    const { items: otherwise } = await collectVisible<OtherwiseRow, Position>({
      limit: mostOtherwise,
      fetch: page =>
        listOtherwise(this.#deps.knex, {
          ...page,
          readable: readableOf(viewer),
        }),
      visible: async rows => {
        const isVisible = await viewer.sees(rows.map(({ target }) => target));
        return ({ target }) => isVisible(target);
      },
      positionOf: ({ at, interest }): Position => ({ at, interest }),
    });
    const groups = found.groups
      .map(group => ({
        ...group,
        members: found.kinship.unrelated(group.members),
      }))
      .filter(({ members }) => members.length > 1);
    const grouped = new Set(groups.flatMap(({ members }) => members));
    const alone = otherwise
      .map(({ target }) => target)
      .filter(ref => !grouped.has(ref));
    return {
      groups: await withOtherwise(
        [
          ...groups,
          ...[...new Set(alone)].map(ref => this.#deps.duplicates.alone(ref)),
        ],
        otherwise,
      ),
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
      await giveWay();
      const page = missing.slice(i, i + batch);
      for (const target of await findTargets(this.#deps.knex, page)) {
        result.set(target.ref, target);
      }
    }
    return result;
  }
}

async function withOtherwise(
  groups: readonly NamedGroup[],
  otherwise: readonly OtherwiseRow[],
): Promise<SeenGroup[]> {
  const result: SeenGroup[] = [];
  for (const group of groups) {
    await giveWay();
    const { members } = group;
    result.push({
      ...group,
      otherwise: otherwise.filter(({ target }) => members.includes(target)),
    });
  }
  return result;
}
