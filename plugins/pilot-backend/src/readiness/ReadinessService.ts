import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  CheckList,
  Gate,
  pilotReadinessReadPermission,
  Readiness,
  ReadinessByRefsResult,
  ReadinessLog,
  ReadinessLogEntry,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { PilotConfig } from '../kernel/config/config';
import { FactKeeper } from './FactKeeper';
import { readinessSummaryOf } from './readinessSummaryOf';
import {
  readableFacts,
  ReadinessReading,
  readingOf,
  readReadiness,
} from './readReadiness';
import { Sight } from '../kernel/sight/Sight';
import { findTargets } from '../kernel/store/targets/findTargets';
import { pageReadinessLog } from '../kernel/store/readiness/appendReadinessLog';
import { madeFromOf } from '../kernel/store/readiness/readinessRows';
import { collectVisible } from '../kernel/http/collectVisible';
import { CursorCodec } from '../kernel/http/cursor';
import { CallOptions } from '../kernel/access/Door';
import { EntityPermits } from '../kernel/access/EntityPermits';
import { ReadableEntity, ReadinessDoor } from './ReadinessDoor';
import { sightOf } from '../kernel/access/sightOf';
import { toCheck, toLogEntryView } from './toCheck';
import { toReadinessView } from './toReadinessView';
import { Visibility } from '../kernel/access/Visibility';
import { SignalChannel } from '../kernel/announce/SignalChannel';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Lines of one request for all of them. */
const most = 1000;

/** End of a page of the log. */
export interface LogPosition {
  readonly seq: number;
}

/** Reads a Pilot's readiness together with the gate that it stands before. */
export type GateReader = (
  pilot: StoredTarget,
  options: { readonly now: Date; readonly sight: Sight },
) => Promise<{
  readonly readiness: ReadinessReading;
  readonly gate: Gate | null;
}>;

interface Deps {
  readonly knex: Knex;
  readonly config: PilotConfig;
  readonly door: ReadinessDoor;
  readonly entityPermits: EntityPermits;
  readonly visibility: Visibility;
  readonly keeper: FactKeeper;
  readonly readGated: GateReader;
  readonly watch: SignalChannel;
  readonly cursors: CursorCodec<LogPosition>;
  readonly clock: () => Date;
}

/** Reads the readiness of entities, for those who may know it. */
export class ReadinessService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Every check in force. */
  async checks(_options: CallOptions): Promise<CheckList> {
    return { items: this.#deps.config.checks.map(toCheck) };
  }

  async readiness(ref: string, options: CallOptions): Promise<Readiness> {
    return this.view(await this.#deps.door.reading(ref, options));
  }

  /** Asks the automatic sources now, unless they were asked some seconds ago. */
  async collect(ref: string, options: CallOptions): Promise<Readiness> {
    const { door, keeper, clock } = this.#deps;
    const readable = await door.reading(ref, options);
    if (readable.target) {
      await keeper.refresh(readable.target, clock());
    }
    return this.view(readable);
  }

  /** In the order of the refs; null for what cannot be seen or was never looked at. */
  async byRefs(
    refs: readonly string[],
    { credentials }: CallOptions,
  ): Promise<ReadinessByRefsResult> {
    const { knex, config, door, visibility, entityPermits, clock } = this.#deps;
    const isVisible = await visibility.ofRefs(refs, credentials);
    const isReadable = await entityPermits.allows(
      pilotReadinessReadPermission,
      refs.filter(isVisible),
      credentials,
    );
    const shown = refs.filter(ref => isVisible(ref) && isReadable(ref));
    const targets = (await findTargets(knex, shown)).filter(
      ({ goneAt }) => goneAt === null,
    );
    const now = clock();
    const { checks } = config;
    const sight = await door.sight(credentials);
    const readings = await readReadiness(knex, targets, { checks, now, sight });
    const items = new Map(
      targets.flatMap(target => {
        const reading = readings.get(target.id)!;
        return reading.facts
          ? [[target.ref, readinessSummaryOf(target, reading, now)] as const]
          : [];
      }),
    );
    return { items: refs.map(ref => items.get(ref) ?? null) };
  }

  /**
   * Lists all that was said about the checks of an entity, newest first.
   */
  async log(
    ref: string,
    query: {
      readonly check?: string;
      readonly cursor?: string;
      readonly limit: number;
    },
    options: CallOptions,
  ): Promise<ReadinessLog> {
    const { knex, door, cursors, visibility } = this.#deps;
    const { check, cursor, limit } = query;
    const { target, viewer } = await door.reading(ref, options);
    if (!target) {
      return { items: [] };
    }
    const sight = sightOf(viewer, visibility);
    const page = await collectVisible({
      limit,
      after: cursor ? cursors.decode(cursor, isPosition) : undefined,
      fetch: ({ after, limit: size }) =>
        pageReadinessLog(knex, target.id, {
          check,
          limit: size,
          before: after?.seq,
        }),
      visible: async lines => {
        const isReadable = await sight.readerOf(lines.map(madeFromOf));
        return line => isReadable(madeFromOf(line));
      },
      positionOf: ({ seq }): LogPosition => ({ seq }),
    });
    return {
      items: page.items.map(toLogEntryView),
      ...(page.next && { nextCursor: cursors.encode(page.next) }),
    };
  }

  /** All of that; who may not read it is refused before the first line. */
  async wholeLog(
    ref: string,
    query: { readonly check?: string },
    options: CallOptions,
  ): Promise<AsyncIterable<ReadinessLogEntry>> {
    const page = { ...query, limit: most };
    const first = await this.log(ref, page, options);
    const next = (cursor: string) =>
      this.log(ref, { ...page, cursor }, options);
    return (async function* lines() {
      for (let at = first; ; at = await next(at.nextCursor)) {
        yield* at.items;
        if (!at.nextCursor) {
          return;
        }
      }
    })();
  }

  /** Readiness for whoever asked, as it is now. */
  async view({
    viewer,
    entity,
    facts,
    rights,
    target,
  }: ReadableEntity): Promise<Readiness> {
    const { config, visibility, watch, clock } = this.#deps;
    const ref = stringifyEntityRef(entity);
    const now = clock();
    const isVisible = await visibility.ofRefs(facts.pilots, viewer.credentials);
    const { reading, gate } = await this.#read(ref, target, {
      now,
      sight: sightOf(viewer, visibility),
    });
    return toReadinessView(reading, {
      ref,
      entity,
      rights,
      now,
      owner: facts.owner,
      // Its numbers are those of interest.
      gate: viewer.rights.read.isNone ? null : gate,
      pilots: facts.pilots.filter(isVisible),
      approvers: config.approvers,
      waiverDays: config.waiverDays,
      pagePaths: config.pagePaths,
      watch: watch.of(ref),
    });
  }

  async #read(
    ref: string,
    target: StoredTarget | undefined,
    { now, sight }: { readonly now: Date; readonly sight: Sight },
  ): Promise<{ reading: ReadinessReading; gate: Gate | null }> {
    const { knex, config, keeper, readGated } = this.#deps;
    const { checks } = config;
    if (!target) {
      const facts = await keeper.compute(ref, now);
      const all = new Map(facts && [[ref, facts]]);
      const known = await readableFacts(all, checks, sight);
      const kind = ref.split(':')[0];
      const own = known.get(ref) ?? {};
      return { reading: readingOf({ kind }, own, { checks, now }), gate: null };
    }
    const options = { ...config, now, sight };
    if (target.kind !== 'pilot') {
      const readings = await readReadiness(knex, [target], options);
      return { reading: readings.get(target.id)!, gate: null };
    }
    const { readiness, gate } = await readGated(target, { now, sight });
    return { reading: readiness, gate };
  }
}

function isPosition({ seq }: LogPosition): boolean {
  return typeof seq === 'number';
}
