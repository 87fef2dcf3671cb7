import type {
  Adoption,
  Pilot,
  PilotApi,
  Rate,
  Readiness,
  ReadinessSummary,
} from '@pilot-to-platform/plugin-pilot-common';
import { Batch } from './Batch';
import { type Resource, ResourceMap } from './Resource';

/** As many as one request for readiness may ask for. */
const mostTargets = 300;

/**
 * Shared readiness, phases and adoption. Keys are entity refs; answers to
 * changes are put in with `set`.
 */
export class PhaseCache {
  readonly #pilotApi: PilotApi;
  readonly #readiness: ResourceMap<Readiness>;
  readonly #summaries: ResourceMap<ReadinessSummary | null>;
  readonly #pilots: ResourceMap<Pilot>;
  readonly #adoption: ResourceMap<Adoption>;

  constructor(pilotApi: PilotApi) {
    this.#pilotApi = pilotApi;
    this.#readiness = new ResourceMap(target => pilotApi.getReadiness(target));
    const summaries = new Batch(
      async targets =>
        (await pilotApi.getReadinessByRefs({ targets: [...targets] })).items,
      mostTargets,
    );
    this.#summaries = new ResourceMap(target => summaries.get(target));
    this.#pilots = new ResourceMap(target => pilotApi.getPilot(target));
    this.#adoption = new ResourceMap(target => pilotApi.getAdoption(target));
  }

  readiness(target: string): Resource<Readiness> {
    return this.#readiness.get(target);
  }

  /** Readiness as lists have it, `null` where none is known. */
  summary(target: string): Resource<ReadinessSummary | null> {
    return this.#summaries.get(target);
  }

  /** Returns the phase of a Pilot, and what comes next. */
  pilot(target: string): Resource<Pilot> {
    return this.#pilots.get(target);
  }

  adoption(target: string): Resource<Adoption> {
    return this.#adoption.get(target);
  }

  async rate(target: string, body: Rate): Promise<void> {
    const adoption = await this.#pilotApi.rateSatisfaction(target, body);
    this.#adoption.get(target).set(adoption);
  }

  /** Shows the readiness that an answer to a check led to. */
  answered(readiness: Readiness): void {
    this.#readiness.get(readiness.target).set(readiness);
    this.#summaries.get(readiness.target).expire();
    this.#showGate(readiness);
    // Its gate looks at the checks, and so does that of what it implements.
    this.#pilots.expireAll();
  }

  /** Takes answered checks off what is left, once their Pilot is loaded. */
  #showGate({ target, gate }: Readiness): void {
    const pilot = this.#pilots.get(target);
    const now = pilot.current();
    if (gate && now.state === 'ready') pilot.set({ ...now.value, gate });
  }

  /** Shows where a proposal or a decision led to. */
  decided(pilot: Pilot): void {
    this.#pilots.get(pilot.target).set(pilot);
    this.#readiness.get(pilot.target).expire();
  }

  /** Says that checks, a proposal, the phase or the adopters of a target changed. */
  changed(target: string): void {
    this.#readiness.get(target).expire();
    this.#summaries.get(target).expire();
    this.#pilots.get(target).expire();
    this.#adoption.get(target).expire();
  }

  /** Says that interest changed: gates count it, and adopters are interested. */
  interestChanged(): void {
    this.#readiness.expireAll();
    this.#pilots.expireAll();
    this.#adoption.expireAll();
  }
}
