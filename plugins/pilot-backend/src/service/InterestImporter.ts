import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ImportResult } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Announcer } from '../announce/Announcer';
import { Mirror } from '../catalog/Mirror';
import { projectPilots } from '../demand/projectPilots';
import {
  decideImportedInterest,
  decideImportedStatus,
  foldInterest,
  InterestEntries,
} from '../interest/decideImport';
import { parseImport, ParsedLine } from '../interest/parseImport';
import { appendLog } from '../store/operations/appendLog';
import { enqueueFeed } from '../store/operations/feed';
import { interestsOf, saveInterest } from '../store/operations/interests';
import { lockTargets } from '../store/operations/lockTargets';
import { readPolicies } from '../store/operations/policies';
import { readLog } from '../store/operations/readLogs';
import { NewLogEntry, StoredInterest } from '../store/rows';

type Outcome = {
  imported: number;
  unchanged: number;
  failed: ImportResult['failed'];
};

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
  ): Promise<Outcome> {
    return this.#knex.transaction(async tx => {
      const locked = await lockTargets(tx, [ref]);
      const target = locked.targets.get(ref)!;
      const log = await readLog(tx, target.id);
      const known = new Map(
        (await interestsOf(tx, target.id)).map(interest => [
          keyOf(interest),
          interest,
        ]),
      );
      const merge = mergeLines(lines, known, log);
      await appendLog(tx, target.id, merge.entries, now);
      for (const interest of merge.touched) {
        await saveInterest(tx, target.id, interest);
      }
      if (merge.entries.length > 0) {
        await enqueueFeed(tx, [target.id]);
        const pilots =
          target.kind === 'pilot' ? [target, ...locked.pilots] : locked.pilots;
        await projectPilots(tx, pilots, await readPolicies(tx), now);
      }
      return merge.outcome;
    });
  }
}

function keyOf(interest: { team: string; author: string; useCaseKey: string }) {
  return [interest.team, interest.author, interest.useCaseKey].join('\n');
}

/** Works the lines of one target into its log, without touching anything. */
function mergeLines(
  lines: readonly ParsedLine[],
  known: ReadonlyMap<string, StoredInterest>,
  log: readonly NewLogEntry[],
): { entries: NewLogEntry[]; touched: StoredInterest[]; outcome: Outcome } {
  const states = new Map(known);
  const logs = new Map<string, InterestEntries>();
  for (const state of known.values()) {
    logs.set(state.id, entriesOf(log, state.id));
  }
  const entries: NewLogEntry[] = [];
  const touched = new Set<string>();
  const outcome: Outcome = { imported: 0, unchanged: 0, failed: [] };

  for (const { number, line } of lines) {
    const key = keyOf(line);
    const state = states.get(key);
    if (line.type === 'status' && !state) {
      outcome.failed.push({
        line: number,
        message: `${line.author} has no interest "${line.useCaseKey}" for ${line.team} in ${line.target}; put the interest line before its status`,
      });
      continue;
    }
    if (line.type === 'status' && new Date(line.at) < state!.createdAt) {
      outcome.failed.push({
        line: number,
        message: `at: ${line.at} is before the interest was created`,
      });
      continue;
    }
    const added =
      line.type === 'interest'
        ? decideImportedInterest(state, line, randomUUID())
        : decideImportedStatus(state!, logs.get(state!.id) ?? [], line);
    if (added.length === 0) {
      outcome.unchanged += 1;
      continue;
    }
    const id = state?.id ?? (added[0] as { state: StoredInterest }).state.id;
    const all = [...(logs.get(id) ?? []), ...entriesOf(added, id)];
    logs.set(id, all);
    states.set(key, foldInterest(all)!);
    touched.add(key);
    entries.push(...added);
    outcome.imported += 1;
  }
  return {
    entries,
    touched: [...touched].map(key => states.get(key)!),
    outcome,
  };
}

function entriesOf(log: readonly NewLogEntry[], id: string): InterestEntries {
  return log.filter((entry): entry is InterestEntries[number] =>
    entry.type === 'recorded'
      ? entry.state.id === id
      : 'id' in entry && entry.id === id,
  );
}
