import { InputError } from '@backstage/errors';
import {
  Similar,
  SimilarMatch,
  SimilarSubject,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { candidateOf } from './candidateOf';
import { findTargets } from '../kernel/store/targets/findTargets';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';
import { VisibleCandidates } from './VisibleCandidates';
import { TargetCards } from './TargetCards';

/** Query: like a target, like words, or a target with other words. */
export interface SimilarTo {
  readonly target?: string;
  readonly title?: string;
  readonly text?: string;
  readonly capability?: string;
  readonly limit: number;
}

/** More and more is looked at where much of it is merged away. */
const firstLook = 25;

interface Deps {
  readonly knex: Knex;
  readonly candidates: VisibleCandidates;
  readonly door: Door;
  readonly cards: TargetCards;
}

/** Finds what looks alike, among what the caller can see. */
export class SimilarService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * @throws InputError if there is nothing to look for
   * @throws NotFoundError for a target that the caller cannot see
   */
  async find(query: SimilarTo, { credentials }: CallOptions): Promise<Similar> {
    const viewer = await this.#deps.door.reader(credentials);
    const subject = await this.#subject(query, viewer);
    const { target } = query;
    const { index, kinship } = await this.#deps.candidates.of(viewer);
    for (let limit = firstLook; ; limit *= 4) {
      const found = index.find(subject, { limit });
      const matches = found.filter(
        ({ ref }) => !target || !kinship.isKin(ref, target),
      );
      const items = await this.#shown(matches, query.limit, viewer);
      if (items.length === query.limit || found.length < limit) {
        return { items };
      }
    }
  }

  async #subject(
    { target, title, text, capability }: SimilarTo,
    viewer: Viewer,
  ): Promise<SimilarSubject> {
    if (!target && !title && !text && !capability) {
      throw new InputError(
        'target, title, text or capability: give at least one of them to look for',
      );
    }
    const known =
      target && candidateOf(await this.#deps.door.target(target, viewer));
    return {
      ...(known && { ...known, title: known.title ?? known.name }),
      ...(title && { title }),
      ...(text && { text }),
      ...(capability && { capability }),
    };
  }

  /** Without what is merged away: what to ask for instead is what it became. */
  async #shown(
    matches: readonly SimilarMatch[],
    limit: number,
    viewer: Viewer,
  ): Promise<Similar['items']> {
    const refs = matches.map(({ ref }) => ref);
    const targets = new Map(
      (await findTargets(this.#deps.knex, refs)).map(each => [each.ref, each]),
    );
    const shown = matches
      .filter(({ ref }) => {
        const target = targets.get(ref);
        return !target?.goneAt && !target?.mergedInto;
      })
      .slice(0, limit);
    const cards = await this.#deps.cards.of(
      shown.flatMap(({ ref }) => targets.get(ref) ?? []),
      shown.map(({ ref }) => ref).filter(ref => !targets.has(ref)),
      viewer,
    );
    return shown.flatMap(({ ref, score, reasons }) => {
      const card = cards.get(ref);
      return card
        ? [{ ...card, similarity: score, reasons: [...reasons] }]
        : [];
    });
  }
}
