import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  MaintenancePage,
  PolicyInForce,
  Rebuilt,
  StoredCheck,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Announcer } from '../kernel/announce/Announcer';
import { Measurements } from '../kernel/announce/Measurements';
import { Clock } from '../kernel/clock/Clock';
import { inSnapshot, inTransaction } from '../kernel/store/dialect';
import { beginFeedAnew } from '../kernel/store/feed/feedCounter';
import { pageRefs } from '../kernel/store/targets/findTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { UnreadableRowError } from '../kernel/store/UnreadableRowError';
import { checkTarget } from './checkTarget';
import { NotRebuilt, rebuildTarget } from './rebuildTarget';
import { TargetRow, toTarget } from '../kernel/store/targets/targetRows';

/** Targets that one snapshot is read for: writers to SQLite wait for no more. */
const atOnce = 20;
/** Targets that are looked at each time. */
const sampled = 100;

interface Deps {
  readonly knex: Knex;
  readonly announcer: Announcer;
  readonly measurements: Measurements;
  readonly logger: LoggerService;
  readonly clock: Clock;
}

/** Compares what is stored with the log, and writes it anew. */
export class Maintenance {
  readonly #deps: Deps;
  /** Place where the sample goes on; another process begins elsewhere. */
  #after: number | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Compares a page of targets with their logs, and writes nothing. */
  async check(
    page: MaintenancePage,
    signal?: AbortSignal,
  ): Promise<StoredCheck> {
    const targets = await pageRefs(this.#deps.knex, page);
    const policies = await readPolicies(this.#deps.knex);
    const result = { different: [], notReplayable: [] } as Pick<
      { -readonly [Key in keyof StoredCheck]: StoredCheck[Key] },
      'different' | 'notReplayable'
    >;
    let checked = 0;
    for (let i = 0; i < targets.length && !signal?.aborted; i += atOnce) {
      const some = targets.slice(i, i + atOnce);
      checked += some.length;
      await inSnapshot(this.#deps.knex, async tx => {
        for (const { ref } of some) {
          await this.#checkOne(tx, ref, policies, result);
        }
      });
    }
    return { checked, ...result, ...nextOf(page, targets) };
  }

  /** Writes what follows from the logs of a page of targets anew. */
  async rebuild(page: MaintenancePage): Promise<Rebuilt> {
    const targets = await pageRefs(this.#deps.knex, page);
    const notReplayable: string[] = [];
    for (const { ref } of targets) {
      if (await this.#rebuildOne(ref)) {
        notReplayable.push(ref);
      }
    }
    this.#deps.announcer.announce({ targets: targets.map(({ ref }) => ref) });
    return {
      rebuilt: targets.length - notReplayable.length,
      notReplayable,
      ...nextOf(page, targets),
    };
  }

  /** Lets every reader of the feed load everything, and the catalog look at all of it. */
  async renewFeed(): Promise<void> {
    await inTransaction(this.#deps.knex, tx => beginFeedAnew(tx, randomUUID()));
    this.#deps.announcer.announce();
  }

  /** Checks some targets, others each time, and warns about what is different. */
  async sample(signal?: AbortSignal): Promise<void> {
    this.#after ??= await this.#somewhere();
    const { different, next } = await this.check(
      { after: this.#after, limit: sampled },
      signal,
    );
    this.#after = next ?? 0;
    for (const { target, parts } of different) {
      parts.forEach(part => this.#deps.measurements.storedDifferently(part));
      this.#deps.logger.warn(
        `What is stored of ${target} is not what its log says: ${parts.join(
          ', ',
        )}. POST /maintenance/rebuild writes it anew`,
      );
    }
  }

  /** One target that cannot be read never costs the others. */
  async #rebuildOne(ref: string): Promise<NotRebuilt | undefined> {
    try {
      if (!isEntityRef(ref)) {
        throw new UnreadableRowError('ref', 'is no entity ref');
      }
      return await rebuildTarget(this.#deps.knex, ref, this.#deps.clock);
    } catch (error) {
      if (!(error instanceof UnreadableRowError)) {
        throw error;
      }
      this.#deps.logger.warn(`What is stored of ${ref} cannot be read`, error);
      return 'notReplayable';
    }
  }

  async #checkOne(
    tx: Knex,
    ref: string,
    policies: readonly PolicyInForce[],
    result: { different: any; notReplayable: any },
  ): Promise<void> {
    const row = await tx<TargetRow>('target').where({ ref }).first();
    let target;
    try {
      target = toTarget(row!);
    } catch {
      result.different.push({ target: ref, parts: ['unreadable'] });
      return;
    }
    const parts = await checkTarget(tx, target, policies, this.#deps.clock());
    if (!parts) {
      result.notReplayable.push(ref);
    } else if (parts.length > 0) {
      result.different.push({ target: ref, parts });
    }
  }

  async #somewhere(): Promise<number> {
    const last = await this.#deps.knex('target').max({ id: 'id' }).first();
    return Math.floor(Math.random() * Number(last?.id ?? 0));
  }
}

function isEntityRef(ref: string): boolean {
  try {
    parseEntityRef(ref);
    return true;
  } catch {
    return false;
  }
}

function nextOf(
  { targets: named, limit }: MaintenancePage,
  targets: ReadonlyArray<{ readonly id: number }>,
): { next?: number } {
  return !named && targets.length === limit ? { next: targets.at(-1)!.id } : {};
}
