import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { appendLines, appendLog } from '../kernel/store/log/appendLog';
import {
  findTarget,
  partsOf,
  pilotsOf,
} from '../kernel/store/targets/findTargets';
import { lockedTarget, lockTargets } from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { wasObserved } from '../kernel/store/log/readLogs';
import {
  linkParts,
  saveFacts,
  saveGone,
  saveNamed,
  saveParts,
} from '../kernel/store/targets/saveFacts';
import { EntityFacts, entityFacts } from './entityFacts';
import { phaseAtFirstSight } from './phaseAtFirstSight';
import { OnTargetChanged } from './TargetChange';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { NewLogEntry } from '../kernel/store/log/logRows';
import { latestOf } from '../kernel/clock/latestOf';

/** Actor of the lines in the log that the catalog caused. */
const actor = 'plugin:catalog';

/** Result of looking at an entity. */
export interface Observation {
  /** Absent for an entity of which nothing has to be kept. */
  readonly target?: StoredTarget;
  readonly changed: boolean;
}

interface Deps {
  readonly knex: Knex;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly allowDeclaredPhases: boolean;
  readonly onTargetChanged: OnTargetChanged;
  /** The database's own if not given. */
  readonly clock?: Clock;
}

/**
 * Keeps the catalog facts that demand depends on: owners, parts and named Pilots
 * of targets, and whether the catalog has them. Owner, `implementedBy` and the
 * named Pilots go into the log when they change, because the score of a past
 * date depends on them.
 */
export class CatalogMirror {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Takes over what changed of an entity, as the catalog serves it. */
  async observe(entity: Entity): Promise<Required<Observation>> {
    const facts = entityFacts(entity);
    return this.#observe(facts, await findTarget(this.#deps.knex, facts.ref));
  }

  async #observe(
    facts: EntityFacts,
    target: StoredTarget | undefined,
  ): Promise<Required<Observation>> {
    if (target && (await this.#isCurrent(target, facts))) {
      return { target, changed: false };
    }
    await inTransaction(this.#deps.knex, tx => this.#save(tx, facts));
    return {
      target: (await findTarget(this.#deps.knex, facts.ref))!,
      changed: true,
    };
  }

  /**
   * Takes over what changed of an entity and of the Pilots that it implements
   * since they were last seen, so that a new implementation counts at once.
   */
  async observeWithPilots(entity: Entity): Promise<Required<Observation>> {
    const facts = entityFacts(entity);
    const target = await findTarget(this.#deps.knex, facts.ref);
    return this.#observeWithPilots(facts, target);
  }

  async #observeWithPilots(
    facts: EntityFacts,
    before: StoredTarget | undefined,
  ): Promise<Required<Observation>> {
    const observed = await this.#observe(facts, before);
    if (observed.target.kind === 'pilot') {
      return observed;
    }
    const { pilots } = facts;
    const known = await pilotsOf(this.#deps.knex, observed.target.id);
    const differing = [
      ...pilots.filter(ref => !known.includes(ref)),
      ...known.filter(ref => !pilots.includes(ref)),
    ];
    if (differing.length === 0) {
      return observed;
    }
    const { items } = await this.#deps.catalog.getEntitiesByRefs(
      { entityRefs: differing },
      { credentials: await this.#deps.auth.getOwnServiceCredentials() },
    );
    for (const pilot of items) {
      if (pilot) {
        await this.observe(pilot);
      }
    }
    return { ...observed, changed: true };
  }

  /**
   * The same for a reader, who leaves no trace of an entity that nobody asked
   * for and that no Pilot depends on.
   */
  async observeForReading(entity: Entity): Promise<Observation> {
    const facts = entityFacts(entity);
    const target = await findTarget(this.#deps.knex, facts.ref);
    const matters =
      facts.ref.startsWith('pilot:') ||
      facts.pilots.length > 0 ||
      target !== undefined;
    return matters
      ? this.#observeWithPilots(facts, target)
      : { changed: false };
  }

  /**
   * Notes that the catalog no longer knows an entity; its interest is kept.
   *
   * @param seenAt - its last line when it was looked for, if it was
   */
  async observeGone(ref: string, seenAt?: Date): Promise<void> {
    await inTransaction(this.#deps.knex, async tx => {
      const locked = await lockTargets(tx, [ref], this.#deps.clock);
      const { now } = locked;
      const target = lockedTarget(locked, ref);
      // It came back after it was looked for.
      const isBack = seenAt && target.lastAt > seenAt;
      if (!target.goneAt && !isBack) {
        const at = latestOf(now, target.lastAt);
        await saveGone(tx, target.id, now);
        await appendLog(tx, target.id, [{ type: 'gone', at, actor }], now);
      }
    });
  }

  async #isCurrent(target: StoredTarget, facts: EntityFacts): Promise<boolean> {
    if (
      target.goneAt ||
      target.missingSince ||
      target.owner !== facts.owner ||
      target.type !== facts.type ||
      target.title !== facts.title ||
      target.system !== facts.system ||
      target.namedPilots.join() !== facts.namedPilots.join()
    ) {
      return false;
    }
    if (target.kind !== 'pilot') {
      return true;
    }
    const parts = await partsOf(this.#deps.knex, target.id);
    return (
      target.phase !== null &&
      parts.length === facts.parts.length &&
      parts.every((part, index) => part === facts.parts[index])
    );
  }

  async #save(tx: Knex.Transaction, facts: EntityFacts): Promise<void> {
    // With its parts, so that none of them changes what it names meanwhile.
    const refs = [facts.ref, ...facts.parts];
    const locked = await lockTargets(tx, refs, this.#deps.clock);
    const { now } = locked;
    const target = lockedTarget(locked, facts.ref);
    // Without a line in the log there is nothing that somebody saw.
    const isFirst = [facts.ref, ...facts.parts].every(
      ref => locked.targets.get(ref)?.lastAt.getTime() === 0,
    );
    const seen = !isFirst && (await wasObserved(tx, target.id));
    const at = latestOf(now, target.lastAt);
    const entries: NewLogEntry[] = [];

    if (target.goneAt) {
      entries.push({ type: 'returned', at, actor });
    }
    if (!seen || target.owner !== facts.owner) {
      entries.push({ type: 'owner', owner: facts.owner, at, actor });
    }
    if (target.namedPilots.join() !== facts.namedPilots.join()) {
      const { namedPilots: pilots } = facts;
      entries.push({ type: 'namedPilots', pilots, at, actor });
      await saveNamed(tx, target.id, pilots);
    }
    let fixedPhase = target.fixedPhase;
    if (target.kind === 'pilot') {
      const parts = seen ? await partsOf(tx, target.id) : undefined;
      if (parts?.join() !== facts.parts.join()) {
        entries.push({ type: 'implementedBy', parts: facts.parts, at, actor });
        await (isFirst ? linkParts : saveParts)(tx, target, facts.parts);
      }
      fixedPhase = seen
        ? fixedPhase
        : phaseAtFirstSight(facts.phase, this.#deps.allowDeclaredPhases);
      if (!seen && fixedPhase) {
        entries.push({
          type: 'phase',
          phase: fixedPhase,
          declared: true,
          at,
          actor,
        });
      }
    }
    // That of another owner is found by the next look through the catalog.
    const division = target.owner === facts.owner ? target.division : null;
    await saveFacts(tx, target.id, { ...facts, fixedPhase, division });
    await appendLines(tx, target.id, entries, now);
    const isNew = target.lastAt.getTime() === 0 && facts.parts.length === 0;
    const isPersons = [target.owner, facts.owner].some(owner =>
      owner?.startsWith('user:'),
    );
    await this.#deps.onTargetChanged(
      tx,
      target.kind === 'pilot' ? { pilots: [] } : locked,
      { ...target, owner: facts.owner, fixedPhase },
      {
        teams: isPersons ? 'all' : 'none',
        // What is seen first also holds for all time before.
        since: seen || isNew ? undefined : new Date(0),
        isFirst,
        lastAt: entries.length > 0 ? at : undefined,
        policies: await readPolicies(tx),
        at,
      },
    );
  }
}
