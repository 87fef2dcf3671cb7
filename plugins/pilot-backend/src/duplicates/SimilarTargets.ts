import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  SimilarCandidate,
  SimilarIndex,
} from '@pilot-to-platform/plugin-pilot-common';
import { candidateFields, candidateOf } from './candidateOf';
import { indexInTurns } from './indexInTurns';
import { Kinship, kinshipFields } from './Kinship';
import { RefreshedValue } from './RefreshedValue';

/** Everything that interest can be in, as the catalog described it at one time. */
export interface ComparedCatalog {
  readonly candidates: ReadonlyMap<string, SimilarCandidate>;
  readonly index: SimilarIndex;
  readonly kinship: Kinship;
}

/**
 * Keeps the descriptions of all targets ready to be compared. Each replica has
 * its own copy of what the catalog says, and no more: whoever asks for one that
 * is too old gets it, and the next one a new one. It knows no rights; its
 * readers are shown only what they can see.
 */
export class SimilarTargets {
  readonly #mark: () => Promise<unknown>;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #allowedKinds: readonly string[];
  readonly #kept: RefreshedValue<ComparedCatalog>;

  constructor(options: {
    /** Another one than before says that Pilots changed. */
    mark: () => Promise<unknown>;
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    allowedKinds: readonly string[];
    clock: () => Date;
  }) {
    this.#mark = options.mark;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#allowedKinds = options.allowedKinds;
    this.#kept = new RefreshedValue({
      clock: options.clock,
      onError: error =>
        options.logger.warn(
          'The descriptions of targets could not be read anew; the earlier ones are compared',
          error,
        ),
    });
  }

  /** As soon as the catalog tells of a Pilot, on any replica, it is made anew. */
  async compared(): Promise<ComparedCatalog> {
    return this.#kept.get(() => this.#read(), await this.#mark());
  }

  async #read(): Promise<ComparedCatalog> {
    const stream = this.#catalog.streamEntities(
      {
        query: { kind: { $in: [...this.#allowedKinds] } },
        fields: [...candidateFields, ...kinshipFields],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const candidates = new Map<string, SimilarCandidate>();
    const kinship = new Kinship();
    for await (const page of stream) {
      for (const entity of page) {
        const candidate = candidateOf(entity);
        candidates.set(candidate.ref, candidate);
        kinship.add(entity);
      }
    }
    const index = await indexInTurns(candidates.values());
    return { candidates, index, kinship };
  }
}
