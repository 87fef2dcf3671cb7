import {
  Decision,
  DecisionPage,
  pilotReadinessReadPermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { findTarget } from '../kernel/store/targets/findTargets';
import {
  DecisionPosition,
  pageDecided,
} from '../kernel/store/proposals/findProposals';
import { declaredPhase } from '../kernel/store/proposals/phaseEntries';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { CursorCodec } from '../kernel/http/cursor';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { readsSnapshots } from './readsSnapshots';
import { toDecisionView, toDeclaredView } from './toPilotView';

/** Of one request for all of them. */
const most = 1000;

const isDecided = (
  proposal: StoredProposal,
): proposal is StoredProposal & {
  decided: NonNullable<StoredProposal['decided']>;
} => proposal.decided !== null;

/** Beginning of a page of a Pilot's decisions. */
type DecisionCursor = DecisionPosition & { readonly target: number };

interface Deps {
  readonly knex: Knex;
  readonly door: Door;
  readonly cursors: CursorCodec<DecisionCursor>;
}

/** Lists decisions about Pilots that a person may see, newest first. */
export class DecisionService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async list(
    ref: string,
    query: { readonly cursor?: string; readonly limit: number },
    { credentials }: CallOptions,
  ): Promise<DecisionPage> {
    const viewer = await this.#deps.door.reader(credentials);
    const entity = await this.#deps.door.target(ref, viewer);
    const target = await findTarget(
      this.#deps.knex,
      stringifyEntityRef(entity),
    );
    if (!target) {
      return { items: [] };
    }
    const after = query.cursor
      ? this.#deps.cursors.decode(query.cursor, of => of.target === target.id)
      : undefined;
    const limit = query.limit + 1;
    const found = await pageDecided(this.#deps.knex, target.id, {
      after,
      limit,
    });
    // It came first, so nothing is older.
    const declared =
      found.length < limit && (await declaredPhase(this.#deps.knex, target.id));
    const { allowed } = await viewer.may(
      { allowed: pilotReadinessReadPermission },
      target.ref,
    );
    const decided = found.filter(isDecided);
    const isReadable = await readsSnapshots(
      decided.map(each => each.decided.snapshot),
      viewer,
    );
    const items = [
      ...decided.map(proposal =>
        toDecisionView(
          target.ref,
          proposal,
          allowed && isReadable(proposal.decided.snapshot),
        ),
      ),
      ...(declared ? [toDeclaredView(target.ref, declared)] : []),
    ];
    const last = found.slice(0, query.limit).at(-1);
    return {
      items: items.slice(0, query.limit),
      ...(items.length > query.limit && last
        ? {
            nextCursor: this.#deps.cursors.encode({
              target: target.id,
              at: last.decided!.at.getTime(),
              id: last.id,
            }),
          }
        : {}),
    };
  }

  /** All of them; who may not see them is refused before the first. */
  async all(
    ref: string,
    options: CallOptions,
  ): Promise<AsyncIterable<Decision>> {
    const first = await this.list(ref, { limit: most }, options);
    return this.#from(first, cursor =>
      this.list(ref, { cursor, limit: most }, options),
    );
  }

  async *#from(
    first: DecisionPage,
    next: (cursor: string) => Promise<DecisionPage>,
  ): AsyncIterable<Decision> {
    for (let page = first; ; page = await next(page.nextCursor)) {
      yield* page.items;
      if (!page.nextCursor) {
        return;
      }
    }
  }
}
