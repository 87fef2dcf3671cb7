import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  dayOf,
  DemandHistory,
  endOfDay,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { HistorySpan, readHistory, SourcedMarker } from './readHistory';
import { findTarget } from '../kernel/store/targets/findTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { DemandViews } from './DemandViews';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';

interface Deps {
  readonly knex: Knex;
  readonly door: Door;
  readonly views: DemandViews;
  readonly clock: () => Date;
}

/** Reads the past of an entity's demand, as far as a person may see it. */
export class HistoryService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async history(
    ref: string,
    span: HistorySpan,
    { credentials }: CallOptions,
  ): Promise<DemandHistory> {
    const viewer = await this.#deps.door.reader(credentials);
    const entity = await this.#deps.door.target(ref, viewer);
    const target = await findTarget(
      this.#deps.knex,
      stringifyEntityRef(entity),
    );
    const now = this.#deps.clock();
    const day = (each: number) =>
      (each === dayOf(now) ? now : endOfDay(each)).toISOString();
    const answer = {
      target: stringifyEntityRef(entity),
      from: day(span.from),
      to: day(span.to),
      step: span.step,
    };
    if (!target) {
      const summary = { first: 0, last: 0, since: null, policyChanges: [] };
      return { ...answer, points: [], markers: [], summary };
    }
    const reading = await readHistory(this.#deps.knex, target, span, {
      policies: await readPolicies(this.#deps.knex),
      now,
      shown: markers => this.#shown(target.ref, markers, viewer),
    });
    return {
      ...answer,
      points: reading.points,
      markers: reading.markers,
      summary: reading.summary,
    };
  }

  /** Without what happened in hidden entities, or to teams one may not read of. */
  async #shown(
    ref: string,
    markers: readonly SourcedMarker[],
    viewer: Viewer,
  ): Promise<SourcedMarker[]> {
    const sources = [...new Set(markers.map(({ source }) => source))];
    const isVisible = await this.#deps.views.visibleParts(
      sources.filter(source => source !== ref),
      viewer,
    );
    const seen = sources.filter(source => source === ref || isVisible(source));
    const isReadable = await this.#deps.views.readableTeams(seen, viewer);
    return markers
      .filter(({ source }) => seen.includes(source))
      .filter(marker => marker.type !== 'adoption' || isReadable(marker.team));
  }
}
