import {
  CheckList,
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
import { readReadiness } from './readReadiness';
import { findTargets } from '../kernel/store/targets/findTargets';
import { pageReadinessLog } from '../kernel/store/readiness/appendReadinessLog';
import { madeFromOf } from '../kernel/store/readiness/readinessRows';
import { collectVisible } from '../kernel/http/collectVisible';
import { CursorCodec } from '../kernel/http/cursor';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { ReadinessDoor } from './ReadinessDoor';
import { ReadinessViews } from './ReadinessViews';
import { toCheck, toLogEntryView } from './toCheck';

/** Lines of one request for all of them. */
const most = 1000;

/** End of a page of the log. */
export interface LogPosition {
  readonly seq: number;
}

interface Deps {
  readonly knex: Knex;
  readonly config: Pick<PilotConfig, 'checks'>;
  readonly door: Door;
  readonly readinessDoor: ReadinessDoor;
  readonly keeper: FactKeeper;
  readonly readinessViews: ReadinessViews;
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
    const { readinessDoor, readinessViews } = this.#deps;
    return readinessViews.of(await readinessDoor.reading(ref, options));
  }

  /** Asks the automatic sources now, unless they were asked some seconds ago. */
  async collect(ref: string, options: CallOptions): Promise<Readiness> {
    const { readinessDoor, keeper, readinessViews, clock } = this.#deps;
    const readable = await readinessDoor.reading(ref, options);
    if (readable.target) {
      await keeper.refresh(readable.target, clock());
    }
    return readinessViews.of(readable);
  }

  /** In the order of the refs; null for what cannot be seen or was never looked at. */
  async byRefs(
    refs: readonly string[],
    { credentials }: CallOptions,
  ): Promise<ReadinessByRefsResult> {
    const { knex, config, door, clock } = this.#deps;
    const viewer = await door.viewer(credentials);
    const isVisible = await viewer.sees(refs);
    const isReadable = await viewer.mayAmong(
      pilotReadinessReadPermission,
      refs.filter(isVisible),
    );
    const shown = refs.filter(ref => isVisible(ref) && isReadable(ref));
    const targets = (await findTargets(knex, shown)).filter(
      ({ goneAt }) => goneAt === null,
    );
    const now = clock();
    const { checks } = config;
    const { sight } = viewer;
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
    const { knex, readinessDoor, cursors } = this.#deps;
    const { check, cursor, limit } = query;
    const { target, viewer } = await readinessDoor.reading(ref, options);
    if (!target) {
      return { items: [] };
    }
    const { sight } = viewer;
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
}

function isPosition({ seq }: LogPosition): boolean {
  return typeof seq === 'number';
}
