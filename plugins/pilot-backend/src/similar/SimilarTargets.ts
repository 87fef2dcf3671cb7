import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  createSimilarIndex,
  SimilarCandidate,
  SimilarIndex,
} from '@pilot-to-platform/plugin-pilot-common';
import { candidateFields, candidateOf } from './candidateOf';

/** Everything that interest can be in, as the catalog described it at one time. */
export interface ComparedCatalog {
  readonly candidates: ReadonlyMap<string, SimilarCandidate>;
  readonly index: SimilarIndex;
}

const keptMs = 5 * 60 * 1000;

/**
 * Keeps the descriptions of all targets ready to be compared. Each replica has
 * its own copy of what the catalog says, and no more: whoever asks for one that
 * is too old gets it, and the next one a new one. It knows no rights; its
 * readers are shown only what they can see.
 */
export class SimilarTargets {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #allowedKinds: readonly string[];
  readonly #clock: () => Date;
  #kept?: { readonly compared: ComparedCatalog; readonly at: Date };
  #building?: Promise<ComparedCatalog>;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    allowedKinds: readonly string[];
    clock: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#allowedKinds = options.allowedKinds;
    this.#clock = options.clock;
  }

  async compared(): Promise<ComparedCatalog> {
    if (!this.#kept) {
      return this.#rebuilt();
    }
    if (this.#clock().getTime() - this.#kept.at.getTime() >= keptMs) {
      this.#rebuilt().catch(error =>
        this.#logger.warn(
          'The descriptions of targets could not be read anew; the earlier ones are compared',
          error,
        ),
      );
    }
    return this.#kept.compared;
  }

  /** Those who ask while it is under way wait for the same one. */
  #rebuilt(): Promise<ComparedCatalog> {
    this.#building ??= this.#build().finally(() => {
      this.#building = undefined;
    });
    return this.#building;
  }

  async #build(): Promise<ComparedCatalog> {
    const at = this.#clock();
    const stream = this.#catalog.streamEntities(
      {
        query: { kind: { $in: [...this.#allowedKinds] } },
        fields: candidateFields,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const candidates = new Map<string, SimilarCandidate>();
    for await (const page of stream) {
      for (const entity of page) {
        const candidate = candidateOf(entity);
        candidates.set(candidate.ref, candidate);
      }
    }
    const compared = {
      candidates,
      index: createSimilarIndex(candidates.values()),
    };
    this.#kept = { compared, at };
    return compared;
  }
}
