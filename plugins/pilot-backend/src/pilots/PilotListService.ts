import { InputError } from '@backstage/errors';
import {
  DemandListItem,
  PilotListItem,
  PilotPage,
  pilotReadinessReadPermission,
  PolicyInForce,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { PilotConfig } from '../kernel/config/config';
import { PhaseReading, readPhases } from './readPhases';
import {
  expiringDays,
  readinessSummaryOf,
} from '../readiness/readinessSummaryOf';
import { readReadiness } from '../readiness/readReadiness';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { RankingQuery } from '../demand/RankingQuery';
import { ListedRows, RankingService } from '../demand/RankingService';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';
import { shownAdvice } from './toPilotView';
import { PilotLink } from '../kernel/store/targets/findTargets';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Query for a list of Pilots: as for demand, and by what comes next. */
export interface PilotsQuery
  extends Omit<RankingQuery, 'only' | 'lapsing' | 'filter' | 'policies'> {
  readonly filter: Omit<RankingQuery['filter'], 'kinds' | 'expiring'>;
  /** Only those with answers that lapse soon, or without. */
  readonly expiring?: boolean;
}

/** The list of demand that a list of Pilots is. */
type RankedQuery = RankingQuery & Required<Pick<RankingQuery, 'policies'>>;

type NextStep = Pick<
  PilotListItem,
  'readiness' | 'gate' | 'recommendation' | 'proposal'
>;

const unknownNext: NextStep = {
  readiness: null,
  gate: null,
  recommendation: null,
  proposal: null,
};

interface Deps {
  readonly knex: Knex;
  readonly ranking: RankingService;
  readonly door: Door;
  readonly config: Pick<PilotConfig, 'checks' | 'gates'>;
  readonly clock: () => Date;
}

/** Pilots in lists: their demand, readiness, gate and what is advised. */
export class PilotListService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A page of the Pilots that the caller can see. */
  async list(
    query: PilotsQuery,
    { credentials }: CallOptions,
  ): Promise<PilotPage> {
    const viewer = await this.#deps.door.viewer(credentials);
    const ranked = await this.#ranked(query, viewer);
    const { ranking } = this.#deps;
    const { page, rows } = await ranking.page(ranked, { credentials });
    const items = await this.#items(page.items, rows, ranked, viewer);
    return { ...page, items: sortedPage(items, query) };
  }

  /** All Pilots of a list that the caller can see. */
  async all(
    query: PilotsQuery,
    { credentials }: CallOptions,
  ): Promise<AsyncIterable<PilotListItem>> {
    const viewer = await this.#deps.door.viewer(credentials);
    const ranked = await this.#ranked(query, viewer);
    const pages = await this.#deps.ranking.pages(ranked, { credentials });
    const joined = (items: readonly DemandListItem[], rows: ListedRows) =>
      this.#items(items, rows, ranked, viewer);
    return (async function* items() {
      for await (const page of pages) {
        yield* await joined(page.items, page.rows);
      }
    })();
  }

  /** The list of demand that it is, with what only Pilots can be asked for. */
  async #ranked(
    { expiring, ...query }: PilotsQuery,
    viewer: Viewer,
  ): Promise<RankedQuery> {
    const { filter, sort, asOf } = query;
    const needsReadiness =
      expiring !== undefined ||
      filter.recommended !== undefined ||
      sort.by === 'readiness';
    if (asOf && (needsReadiness || filter.proposed !== undefined)) {
      throw new InputError(
        'asOf: what comes next is known only of now; leave out recommended, proposed, expiring and orderBy=readiness',
      );
    }
    const policies = await readPolicies(this.#deps.knex);
    const now = this.#deps.clock();
    const until = new Date(now.getTime() + expiringDays * dayMs);
    return {
      ...query,
      policies,
      filter: { ...filter, kinds: ['pilot'], expiring },
      ...(expiring && { lapsing: { after: now, until } }),
      ...(needsReadiness && {
        only: targets => this.#matches(targets, { expiring, viewer }),
      }),
      // What is kept for the order and filters of lists was made from everything.
      ...(needsReadiness &&
        !(await viewer.seesAnswers()) && {
          assessed: targets => this.#assessed(targets, policies, viewer),
        }),
    };
  }

  /**
   * Decides whether a Pilot belongs to a list that says something of its
   * readiness: its reader may read that, and what lapses is what holds a check
   * up.
   */
  async #matches(
    targets: readonly StoredTarget[],
    asked: { expiring?: boolean; viewer: Viewer },
  ): Promise<(target: StoredTarget) => boolean> {
    const { expiring, viewer } = asked;
    const mayRead = await viewer.mayAmong(
      pilotReadinessReadPermission,
      targets.map(({ ref }) => ref),
    );
    if (expiring === undefined) {
      return ({ ref }) => mayRead(ref);
    }
    const now = this.#deps.clock();
    const { checks } = this.#deps.config;
    const readings = await readReadiness(this.#deps.knex, targets, {
      checks,
      now,
      sight: viewer.sight,
    });
    return target => {
      const reading = readings.get(target.id)!;
      const lapsing = readinessSummaryOf(target, reading, now).expiring > 0;
      return mayRead(target.ref) && lapsing === expiring;
    };
  }

  async #items(
    items: readonly DemandListItem[],
    { targets, links }: ListedRows,
    { asOf, policies }: RankedQuery,
    viewer: Viewer,
  ): Promise<PilotListItem[]> {
    if (asOf || items.length === 0) {
      return items.map(item => ({ ...item, ...unknownNext }));
    }
    const refs = items.map(({ target }) => target);
    const phases = await this.#phases(targets, { policies, links }, viewer);
    const byRef = new Map(
      [...phases.values()].map(reading => [reading.target.ref, reading]),
    );
    const mayRead = await viewer.mayAmong(pilotReadinessReadPermission, refs);
    return items.map(item => {
      const reading = byRef.get(item.target)!;
      return { ...item, ...nextOf(reading, mayRead(item.target)) };
    });
  }

  /** Assesses Pilots as the viewer knows them; most as they are kept. */
  async #assessed(
    targets: readonly StoredTarget[],
    policies: readonly PolicyInForce[],
    viewer: Viewer,
  ): Promise<StoredTarget[]> {
    const phases = await this.#phases(targets, { policies }, viewer);
    return targets.map(target => {
      const { readiness, recommendation } = phases.get(target.id)!;
      return readiness.unseen.size === 0
        ? target
        : {
            ...target,
            readiness: readiness.assessment.score,
            recommended: recommendation.code,
          };
    });
  }

  async #phases(
    targets: readonly StoredTarget[],
    read: {
      readonly policies: readonly PolicyInForce[];
      readonly links?: readonly PilotLink[];
    },
    viewer: Viewer,
  ) {
    return readPhases(this.#deps.knex, targets, {
      ...this.#deps.config,
      ...read,
      now: this.#deps.clock(),
      sight: viewer.sight,
    });
  }
}

function nextOf(reading: PhaseReading, mayRead: boolean): NextStep {
  const { target, gate, proposal, readiness } = reading;
  return {
    readiness: mayRead
      ? readinessSummaryOf(target, readiness, reading.asOf)
      : null,
    gate:
      gate && mayRead
        ? { to: gate.to, open: gate.open, left: gate.left.length }
        : null,
    recommendation: shownAdvice(reading, mayRead),
    proposal: proposal
      ? {
          id: proposal.id,
          to: proposal.to,
          by: proposal.by,
          at: proposal.at.toISOString(),
        }
      : null,
  };
}

/** The stored order may lag; within a page, the exact readiness decides. */
function sortedPage(
  items: readonly PilotListItem[],
  { sort }: PilotsQuery,
): PilotListItem[] {
  const direction = sort.descending ? -1 : 1;
  const scoreOf = (item: PilotListItem) => item.readiness?.score ?? -1;
  return sort.by === 'readiness'
    ? [...items].sort((a, b) => (scoreOf(a) - scoreOf(b)) * direction)
    : [...items];
}
