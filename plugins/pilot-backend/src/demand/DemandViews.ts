import {
  Demand,
  DemandListItem,
  PolicyInForce,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { entityFacts } from '../targets/entityFacts';
import { DemandReading } from './readDemand';
import { SummaryReading } from './readSummaries';
import { untouchedReading } from './untouchedReading';
import { goneAmong, storedAmong } from '../kernel/store/targets/findTargets';
import { mergedIds, survivorOf } from '../kernel/store/merges/mergedTargets';
import { outsideCounts } from '../kernel/store/waiting/outsideCounts';
import { teamsWithin } from '../kernel/store/teams/findTeamsWithin';
import { owns } from '../kernel/access/Caller';
import { Viewer } from '../kernel/access/Viewer';
import { knownDivisions } from '../targets/knownDivisions';
import { TeamRules } from '../kernel/access/TeamRules';
import { SignalChannel } from '../kernel/announce/SignalChannel';
import { readableOf } from '../kernel/access/readableInterest';
import { toDemandView, toDemandListItem } from './toDemandView';

interface Deps {
  readonly knex: Knex;
  readonly teams: TeamRules;
  readonly watch: SignalChannel;
}

/** Shows demand to people, each as far as they may see it. */
export class DemandViews {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * A Pilot's numbers are the same for everybody who sees the Pilot. What came
   * through targets that the viewer cannot see is left out of the details: their
   * rows, their teams, and their part in a team's row; and so are the teams of
   * which the viewer may read no interest.
   */
  async of(
    target: { readonly ref: string; readonly owner: string | null },
    reading: DemandReading,
    viewer: Viewer,
  ): Promise<Demand> {
    const { rights } = viewer;
    const refs = [...reading.rollUp, ...reading.unconfirmed];
    const isVisible = await this.visibleParts(
      refs.map(part => part.target),
      viewer,
    );
    const rollUp = reading.rollUp.filter(part => isVisible(part.target));
    const shown =
      rollUp.length === reading.rollUp.length
        ? reading
        : await reading.through(isVisible);
    const isReadable = await this.readableTeams(
      [target.ref, ...rollUp.map(part => part.target)],
      viewer,
    );
    const teams = shown.teams.filter(({ team }) => isReadable(team));
    return toDemandView(target.ref, reading, {
      teams,
      raise: raiseFor(reading, shown, isReadable),
      rollUp,
      ...unconfirmedIn(reading, isVisible),
      ...(await this.#elsewhere(reading, viewer)),
      watch: this.#deps.watch.of(target.ref),
      mergedInto: await this.#mergedInto(reading, viewer),
      can: {
        record: await this.#deps.teams.canRecord(viewer),
        recordOnBehalf: rights.createOnBehalf ? true : 'notAllowed',
        triage: this.canTriage(target, viewer),
      },
    });
  }

  /** Demand in a list, without what only its own page shows. */
  async listOf(
    readings: readonly SummaryReading[],
    viewer: Viewer,
    { weeks }: { readonly weeks: boolean },
  ): Promise<DemandListItem[]> {
    const refs = readings.flatMap(({ rollUp, unconfirmed }) =>
      [...rollUp, ...unconfirmed].map(({ target }) => target),
    );
    const isVisible = await this.visibleParts([...new Set(refs)], viewer);
    const record = await this.#deps.teams.canRecord(viewer);
    const isDivisionKnown = await knownDivisions(
      readings.map(({ target }) => target).filter(({ division }) => division),
      viewer,
    );
    return readings.map(reading =>
      toDemandListItem(reading, {
        weeks,
        division: isDivisionKnown(reading.target)
          ? reading.target.division
          : null,
        rollUp: reading.rollUp.filter(({ target }) => isVisible(target)),
        ...unconfirmedIn(reading, isVisible),
        watch: this.#deps.watch.of(reading.target.ref),
        can: { record, triage: this.canTriage(reading.target, viewer) },
      }),
    );
  }

  /** Demand for entities that nobody ever asked for, as far as they can be seen. */
  async untouched(
    refs: readonly string[],
    when: {
      readonly policies: readonly PolicyInForce[];
      readonly asOf: Date;
      readonly weeks: boolean;
    },
    viewer: Viewer,
  ): Promise<Map<string, DemandListItem>> {
    if (refs.length === 0) {
      return new Map();
    }
    // A row that cannot be read is no row that is missing.
    const stored = await storedAmong(this.#deps.knex, refs);
    const entities = await viewer.entities(
      refs.filter(ref => !stored.has(ref)),
    );
    const readings = entities.map(entity =>
      untouchedReading(entityFacts(entity), when),
    );
    const items = await this.listOf(readings, viewer, when);
    return new Map(items.map(item => [item.target, item]));
  }

  /** Decides whether the viewer may answer the interests of the target. */
  canTriage(
    target: { readonly owner: string | null },
    { caller, rights }: Viewer,
  ): true | 'notOwner' | 'notAllowed' {
    if (!owns(caller, target.owner)) {
      return 'notOwner';
    }
    return rights.triage.isNone ? 'notAllowed' : true;
  }

  /** Decides which parts of a Pilot can be shown. */
  async visibleParts(
    refs: readonly string[],
    viewer: Viewer,
  ): Promise<(ref: string) => boolean> {
    const [isVisible, gone] = await Promise.all([
      viewer.sees(refs),
      goneAmong(this.#deps.knex, refs),
    ]);
    // What the catalog no longer knows, nobody can be shown to be allowed to see.
    return ref => isVisible(ref) && !gone.has(ref);
  }

  /** Decides which teams' interest in one of the targets may be read. */
  async readableTeams(
    targets: readonly string[],
    viewer: Viewer,
  ): Promise<(team: string) => boolean> {
    const readable = readableOf(viewer);
    if (!readable) {
      return () => true;
    }
    const teams = await teamsWithin(this.#deps.knex, targets, readable);
    return team => teams.has(team);
  }

  /** Lists counts from elsewhere by then; teams' only where all may be read. */
  async #elsewhere(
    { stored: target, asOf }: DemandReading,
    viewer: Viewer,
  ): Promise<Pick<Demand, 'elsewhere'>> {
    if (!target) {
      return {};
    }
    const ids = [target.id, ...(await mergedIds(this.#deps.knex, [target.id]))];
    const counts = await outsideCounts(this.#deps.knex, ids, asOf);
    const shown = counts.filter(
      ({ team }) => team === null || !readableOf(viewer),
    );
    return shown.length > 0
      ? {
          elsewhere: shown.map(each => ({
            ...each,
            at: each.at.toISOString(),
          })),
        }
      : {};
  }

  /** Finds where the interest is now, past targets that were merged on. */
  async #mergedInto(
    { stored: target }: DemandReading,
    viewer: Viewer,
  ): Promise<string | null> {
    if (!target?.mergedInto) {
      return null;
    }
    const into = await survivorOf(this.#deps.knex, target);
    const isVisible = await this.visibleParts([into.ref], viewer);
    return isVisible(into.ref) ? into.ref : null;
  }
}

/**
 * Lists what would raise a score. What one team would add is computed from what
 * is shown: which team, and how much it gains, would tell of what it asks for
 * elsewhere.
 */
function raiseFor(
  all: DemandReading,
  shown: Pick<DemandReading, 'raise'>,
  isReadable: (team: string) => boolean,
): DemandReading['raise'] {
  const ofAll = all.raise.filter(({ team }) => team === undefined);
  const ofTeams = shown.raise.filter(({ team }) => team && isReadable(team));
  return [...ofAll, ...ofTeams].sort((a, b) => b.gain - a.gain);
}

/** Lists the parts that do not count, as far as one may see them. */
function unconfirmedIn(
  reading: Pick<DemandReading, 'unconfirmed'>,
  isVisible: (ref: string) => boolean,
): Pick<Demand, 'unconfirmed'> {
  const unconfirmed = reading.unconfirmed.filter(({ target }) =>
    isVisible(target),
  );
  return unconfirmed.length > 0 ? { unconfirmed } : {};
}
