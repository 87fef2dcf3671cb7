import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ImportResult } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Announcer } from '../announce/Announcer';
import { Mirror } from '../catalog/Mirror';
import { mergeLines, MergeOutcome } from '../interest/mergeLines';
import { parseImport, ParsedLine } from '../interest/parseImport';
import { inTransaction } from '../store/dialect';
import { interestsOf } from '../store/operations/interests';
import { lockTargets } from '../store/operations/lockTargets';
import { readPolicies } from '../store/operations/policies';
import { readLog } from '../store/operations/readLogs';
import { saveChanges } from './saveChanges';

/**
 * Takes interest over from elsewhere, with its authors and past dates. Each
 * target is one transaction; a line that stands already changes nothing, so an
 * import that broke off is simply sent again.
 */
export class InterestImporter {
  readonly #knex: Knex;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #mirror: Mirror;
  readonly #announcer: Announcer;
  readonly #clock: () => Date;

  constructor(options: {
    knex: Knex;
    catalog: CatalogService;
    auth: AuthService;
    mirror: Mirror;
    announcer: Announcer;
    clock: () => Date;
  }) {
    this.#knex = options.knex;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#mirror = options.mirror;
    this.#announcer = options.announcer;
    this.#clock = options.clock;
  }

  /** @throws InputError for more lines than one request may hold */
  async import(text: string): Promise<ImportResult> {
    const now = this.#clock();
    const { lines, failed } = parseImport(text, now);
    const targets = [...new Set(lines.map(({ line }) => line.target))];
    const orphaned = await this.#observe(targets, now);
    const result: ImportResult = {
      imported: 0,
      unchanged: 0,
      orphaned,
      failed,
    };
    for (const target of targets) {
      const outcome = await this.#importTarget(
        target,
        lines.filter(({ line }) => line.target === target),
        now,
      );
      result.imported += outcome.imported;
      result.unchanged += outcome.unchanged;
      result.failed.push(...outcome.failed);
    }
    result.failed.sort((a, b) => a.line - b.line);
    this.#announcer.announce();
    return result;
  }

  /** Brings the catalog facts of the targets up to date; answers the unknown ones. */
  async #observe(refs: readonly string[], now: Date): Promise<string[]> {
    if (refs.length === 0) {
      return [];
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...refs] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const orphaned: string[] = [];
    for (const [index, ref] of refs.entries()) {
      const entity = items[index];
      if (entity) {
        await this.#mirror.observeWithPilots(entity, now);
      } else {
        await this.#mirror.observeGone(ref, now);
        orphaned.push(ref);
      }
    }
    return orphaned;
  }

  async #importTarget(
    ref: string,
    lines: readonly ParsedLine[],
    now: Date,
  ): Promise<MergeOutcome> {
    return inTransaction(this.#knex, async tx => {
      const locked = await lockTargets(tx, [ref]);
      const target = locked.targets.get(ref)!;
      const merge = mergeLines({
        lines,
        known: await interestsOf(tx, target.id),
        log: await readLog(tx, target.id),
        newId: randomUUID,
      });
      await saveChanges(
        tx,
        { locked, target },
        { entries: merge.entries, interests: merge.touched, projected: true },
        { policies: await readPolicies(tx), at: now, recordedAt: now },
      );
      return merge.outcome;
    });
  }
}
