import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ImportResult,
  InterestEvent,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Announcer, Committed } from '../announce/Announcer';
import { interestEvent } from '../announce/interestEvent';
import { Mirror } from '../catalog/Mirror';
import { InterestEntry } from '../interest/Decision';
import { Merge, mergeLines, MergeOutcome } from '../interest/mergeLines';
import { parseImport, ParsedLine } from '../interest/parseImport';
import { inTransaction } from '../store/dialect';
import { interestsOf } from '../store/operations/interests';
import { lockTargets } from '../store/operations/lockTargets';
import { readPolicies } from '../store/operations/policies';
import { mergedIds, survivorOf } from '../store/operations/merges';
import { readLog } from '../store/operations/readLogs';
import { NewLogEntry } from '../store/rows';
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
  async import(
    text: string,
    /** Is told of what was sent before any of it is written. */
    note: (sent: { lines: number; authors: string[] }) => void = () => {},
  ): Promise<ImportResult> {
    const now = this.#clock();
    const { lines, failed } = parseImport(text, now);
    note({
      lines: lines.length + failed.length,
      authors: [...new Set(lines.map(({ line }) => line.author))].sort(),
    });
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
    const committed: Committed[] = [];
    const outcome = await inTransaction(this.#knex, async tx => {
      const locked = await lockTargets(tx, [ref]);
      const target = locked.targets.get(ref)!;
      if (target.mergedInto !== null) {
        const survivor = await survivorOf(tx, target);
        return refusal(lines, target.ref, survivor.ref);
      }
      const merge = mergeLines({
        lines,
        known: await interestsOf(tx, target.id),
        log: await readWholeLog(tx, target.id),
        newId: randomUUID,
      });
      await saveChanges(
        tx,
        { locked, target },
        { entries: merge.entries, interests: merge.touched, projected: true },
        { policies: await readPolicies(tx), at: now, recordedAt: now },
      );
      if (merge.entries.length > 0) {
        committed.push({
          events: eventsOf(merge, ref),
          targets: [ref, ...locked.pilots.map(pilot => pilot.ref)],
        });
      }
      return merge.outcome;
    });
    committed.forEach(each => this.#announcer.announce(each));
    return outcome;
  }
}

/** A target's log and, before it, what became of interest that was moved to it. */
async function readWholeLog(
  tx: Knex.Transaction,
  targetId: number,
): Promise<NewLogEntry[]> {
  const log: NewLogEntry[] = [];
  for (const id of [...(await mergedIds(tx, [targetId])).reverse(), targetId]) {
    log.push(...(await readLog(tx, id)));
  }
  return log;
}

function refusal(
  lines: readonly ParsedLine[],
  target: string,
  survivor: string,
): MergeOutcome {
  const message = `target: ${target} was merged into ${survivor}; import for that instead`;
  return {
    imported: 0,
    unchanged: 0,
    failed: lines.map(({ number }) => ({ line: number, message })),
  };
}

/** One event for each interest that lines were about, of the last that they say. */
function eventsOf(
  { touched, entries }: Merge,
  target: string,
): InterestEvent[] {
  return touched.flatMap(interest => {
    const last = entries.findLast(
      entry =>
        ('state' in entry && entry.state.id === interest.id) ||
        ('change' in entry && entry.id === interest.id),
    ) as InterestEntry | undefined;
    return last
      ? [interestEvent(last.type, interest, { target, at: last.at })]
      : [];
  });
}
