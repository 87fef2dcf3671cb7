import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  Adoption,
  AdoptionInput,
  assessAdoption,
  pilotInterestCreatePermission,
  RateCommand,
  teamsToAsk,
  SatisfactionEvent,
  satisfactionTopic,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { adoptersOf } from './adoptersOf';
import { AdoptionReading, readAdoption } from './readAdoption';
import { CatalogMirror } from '../targets/CatalogMirror';
import { DemandViews } from '../demand/DemandViews';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';
import { withMergeTarget } from '../targets/withMergeTarget';
import { requirePermission } from '../kernel/access/Permits';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { Announcer } from '../kernel/announce/Announcer';
import { TargetWriter } from '../targets/TargetWriter';
import { keepAdvice } from './keepAdvice';
import { Measurements } from '../kernel/announce/Measurements';
import { PhaseConfig } from './writePhase';
import { appendLog } from '../kernel/store/log/appendLog';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { ratingsOf, saveRating } from '../kernel/store/ratings/ratings';
import { StoredRating } from '../kernel/store/ratings/ratingRows';
import { decideRating } from './decideRating';

interface Deps {
  readonly knex: Knex;
  readonly door: Door;
  readonly views: DemandViews;
  readonly mirror: CatalogMirror;
  readonly clock: () => Date;
  readonly config: PhaseConfig;
  readonly announcer: Announcer;
  readonly measurements: Measurements;
  readonly targetWriter: TargetWriter;
}

/** Reads whom Pilots serve and how well, for a person, and takes ratings. */
export class AdoptionService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotFoundError for a Pilot that the caller cannot see */
  async adoption(ref: string, { credentials }: CallOptions): Promise<Adoption> {
    const viewer = await this.#deps.door.reader(credentials);
    const entity = await this.#deps.door.target(ref, viewer);
    return this.#view(entity, viewer);
  }

  /**
   * @throws NotAllowedError for a team that is not the caller's, or not served
   */
  async rate(
    ref: string,
    command: RateCommand,
    { credentials }: CallOptions,
  ): Promise<Adoption> {
    const viewer = await this.#deps.door.reader(credentials);
    const { caller, rights } = viewer;
    requirePermission(pilotInterestCreatePermission, rights.create);
    const { team } = command;
    if (!caller.ownership.includes(team)) {
      throw new NotAllowedError(
        `team: you can answer only for teams you belong to, and ${team} is not one of them`,
      );
    }
    const entity = await this.#deps.door.target(ref, viewer);
    const { target } = await this.#deps.mirror.observe(entity);
    const isServed =
      (await this.#knowsServed(target, team, viewer)) &&
      (await withMergeTarget(
        () => this.#save(target.ref, command, caller.user),
        viewer,
      ));
    if (!isServed) {
      throw new NotAllowedError(
        `team: ${team} is not served by ${target.ref} yet; only adopters say how well it works`,
      );
    }
    return this.#view(entity, viewer);
  }

  /**
   * The numbers are the same for everybody who sees the Pilot. Teams that are
   * known only from what the viewer cannot see or read are left out.
   */
  async #view(entity: Entity, viewer: Viewer): Promise<Adoption> {
    const now = this.#deps.clock();
    const { target } = await this.#deps.mirror.observe(entity);
    const reading = await readAdoption(this.#deps.knex, target);
    const { ratings } = reading;
    const automated = await this.#automated(reading, viewer);
    const adopters = adoptersOf(reading.interests);
    const shown = adoptersOf(await this.#shown(target, reading, viewer));
    const own = shown
      .map(({ team }) => team)
      .filter(team => viewer.caller.ownership.includes(team));
    const rate = viewer.rights.create
      ? own.length > 0 || 'notAdopter'
      : 'notAllowed';
    return {
      target: stringifyEntityRef(entity),
      asOf: now.toISOString(),
      ...assessAdoption({ adopters, automated, ratings, now }),
      teams: assessAdoption({
        adopters: shown,
        automated,
        now,
        ratings: this.#heard(target, ratings, viewer),
      }).teams,
      due: rate === true ? teamsToAsk(own, ratings, now) : [],
      can: { rate },
    };
  }

  /** True where the viewer sees a team served: a refusal tells no more. */
  async #knowsServed(
    target: StoredTarget,
    team: string,
    viewer: Viewer,
  ): Promise<boolean> {
    // What was merged away has its own answer.
    if (target.mergedInto !== null) {
      return true;
    }
    const reading = await readAdoption(this.#deps.knex, target);
    const shown = adoptersOf(await this.#shown(target, reading, viewer));
    return shown.some(each => each.team === team);
  }

  /** Lists changes of manual steps; null where hidden entities decided. */
  async #automated(
    { automated }: AdoptionReading,
    viewer: Viewer,
  ): Promise<AdoptionInput['automated']> {
    const isReadable = await viewer.sight.readerOf(
      automated.map(({ madeFrom }) => madeFrom),
    );
    return automated.map(({ at, isAutomated, madeFrom }) => ({
      at,
      isAutomated: isReadable(madeFrom) ? isAutomated : null,
    }));
  }

  /** Notes are for those who run the Pilot, or decide about it. */
  #heard(
    { owner }: StoredTarget,
    ratings: AdoptionReading['ratings'],
    viewer: Viewer,
  ): AdoptionReading['ratings'] {
    return viewer.owns(owner) || viewer.isApprover
      ? ratings
      : ratings.map(({ note, ...rating }) => rating);
  }

  async #shown(
    target: StoredTarget,
    { interests }: AdoptionReading,
    viewer: Viewer,
  ): Promise<AdoptionReading['interests']> {
    const sources = [...new Set(interests.map(({ source }) => source))];
    const isVisible = await this.#deps.views.visibleParts(
      sources.filter(source => source !== target.ref),
      viewer,
    );
    const seen = interests.filter(
      ({ source }) => source === target.ref || isVisible(source),
    );
    const isReadable = await this.#deps.views.readableTeams(
      [...new Set([target.ref, ...seen.map(({ source }) => source)])],
      viewer,
    );
    return seen.filter(({ interest }) => isReadable(interest.team));
  }

  /** @returns whether the team is served, without which nothing is written */
  async #save(ref: string, command: RateCommand, by: string): Promise<boolean> {
    const { config, targetWriter } = this.#deps;
    const written = await targetWriter.write(ref, async snapshot => {
      const { tx, target, now, at } = snapshot;
      const adopters = adoptersOf((await readAdoption(tx, target)).interests);
      if (!adopters.some(({ team }) => team === command.team)) {
        return 'notAdopter';
      }
      const ratings = (await ratingsOf(tx, [target.id])).get(target.id) ?? [];
      const { rating, entry } = decideRating(ratings, command, { by, at });
      if (!entry) {
        return 'unchanged';
      }
      await saveRating(tx, target.id, rating);
      await appendLog(tx, target.id, [entry], now);
      const policies = await readPolicies(tx);
      await keepAdvice(tx, [target], { ...config, policies, now: at });
      return rating;
    });
    if (typeof written === 'object') {
      this.#announce(ref, written);
    }
    return written !== 'notAdopter';
  }

  #announce(target: string, rating: StoredRating): void {
    const { team, quarter, score, at } = rating;
    const eventPayload: SatisfactionEvent = {
      target,
      team,
      quarter,
      score,
      at: at.toISOString(),
    };
    this.#deps.measurements.satisfactionRated(eventPayload);
    this.#deps.announcer.announce({
      others: [{ topic: satisfactionTopic, eventPayload }],
      targets: [target],
    });
  }
}
