import {
  AdoptedPhases,
  Phase,
  phaseDeclaredBy,
} from '@pilot-to-platform/plugin-pilot-common';
import { CallOptions } from '../kernel/access/CallOptions';
import { Permits } from '../kernel/access/Permits';
import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { Announcer } from '../kernel/announce/Announcer';
import { CatalogMirror } from '../targets/CatalogMirror';
import { saveDemandOf } from '../demand/saveDemandOf';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { appendLog } from '../kernel/store/log/appendLog';
import { lockTargets } from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { hasPhaseEntry } from '../kernel/store/proposals/phaseEntries';
import { savePhase } from '../kernel/store/proposals/savePhase';
import { latestOf } from '../kernel/clock/latestOf';

interface Deps {
  readonly permits: Permits;
  readonly knex: Knex;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly mirror: CatalogMirror;
  readonly announcer: Announcer;
  readonly clock: Clock;
}

/** Lets administrators, and services with the permission, adopt declared phases. */
export class PhaseAdoptionService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotAllowedError for everybody else */
  async adopt({ credentials }: CallOptions): Promise<AdoptedPhases> {
    await this.#deps.permits.requireAdmin(credentials);
    const by =
      this.#deps.permits.serviceOf(credentials) ??
      (await this.#deps.permits.caller(credentials)).user;
    return this.#adopt(by);
  }

  /** One transaction a Pilot: stopped halfway, it can be asked for again. */
  async #adopt(by: string): Promise<AdoptedPhases> {
    const adopted: Array<{ target: string; phase: Phase }> = [];
    for (const pilot of await this.#declaring()) {
      const phase = phaseDeclaredBy(pilot)!;
      const target = stringifyEntityRef(pilot);
      await this.#deps.mirror.observe(pilot);
      if (await this.#take(target, phase, by)) {
        adopted.push({ target, phase });
        this.#deps.announcer.announce({ targets: [target] });
      }
    }
    return { adopted };
  }

  async #declaring(): Promise<Entity[]> {
    const found: Entity[] = [];
    const stream = this.#deps.catalog.streamEntities(
      { query: { kind: 'pilot' } },
      { credentials: await this.#deps.auth.getOwnServiceCredentials() },
    );
    for await (const page of stream) {
      found.push(...page.filter(phaseDeclaredBy));
    }
    return found;
  }

  async #take(ref: string, phase: Phase, actor: string): Promise<boolean> {
    return inTransaction(this.#deps.knex, async tx => {
      const locked = await lockTargets(tx, [ref], this.#deps.clock);
      const { now } = locked;
      const target = locked.targets.get(ref)!;
      if (
        target.mergedInto !== null ||
        target.goneAt ||
        (await hasPhaseEntry(tx, target.id))
      ) {
        return false;
      }
      const at = latestOf(now, target.lastAt);
      await savePhase(tx, target.id, {
        version: target.phaseVersion + 1,
        phase: { fixed: phase, decision: null },
      });
      await appendLog(
        tx,
        target.id,
        [{ type: 'phase', phase, declared: true, at, actor }],
        now,
      );
      await saveDemandOf(
        tx,
        locked,
        { ...target, fixedPhase: phase },
        { teams: 'none', policies: await readPolicies(tx), at },
      );
      return true;
    });
  }
}
