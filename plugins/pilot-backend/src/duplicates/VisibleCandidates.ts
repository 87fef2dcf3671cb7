import { createHash } from 'node:crypto';
import { toItsEnd } from '../kernel/cost/giveWay';
import { indexInTurns } from './indexInTurns';
import { ComparedCatalog, SimilarTargets } from './SimilarTargets';
import { Viewer } from '../kernel/access/Viewer';

/** People who see the same share one; of so many different views. */
const mostKept = 20;

interface Deps {
  readonly similar: SimilarTargets;
}

/**
 * The descriptions that somebody may compare. How much a word tells depends on all
 * texts that have it, so who does not see all of them compares only those that
 * they see: another likeness would tell of the others.
 */
export class VisibleCandidates {
  readonly #deps: Deps;
  readonly #kept = new Map<
    string,
    { readonly of: ComparedCatalog; readonly seen: Promise<ComparedCatalog> }
  >();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async of(viewer: Viewer): Promise<ComparedCatalog> {
    const all = await this.#deps.similar.compared();
    if (await viewer.seesCatalog()) {
      return all;
    }
    const refs = [...all.candidates.keys()];
    const isVisible = await viewer.sees(refs);
    const seen = refs.filter(isVisible);
    const key = createHash('sha256').update(seen.join('\n')).digest('base64');
    const known = this.#kept.get(key);
    if (known?.of === all) {
      return known.seen;
    }
    const made = toItsEnd(() => only(all, seen));
    made.catch(() => this.#kept.delete(key));
    this.#kept.delete(key);
    this.#kept.set(key, { of: all, seen: made });
    if (this.#kept.size > mostKept) {
      this.#kept.delete(this.#kept.keys().next().value!);
    }
    return made;
  }
}

async function only(
  { candidates, kinship }: ComparedCatalog,
  refs: readonly string[],
): Promise<ComparedCatalog> {
  const seen = new Map(refs.map(ref => [ref, candidates.get(ref)!]));
  const index = await indexInTurns(seen.values());
  // How two that are seen belong together, one of them says itself.
  return { candidates: seen, index, kinship };
}
