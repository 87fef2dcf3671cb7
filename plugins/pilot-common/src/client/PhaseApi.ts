import type { Adoption, Rate } from '../model/adoption';
import type {
  AdoptedPhases,
  Decide,
  DecisionPage,
  Propose,
} from '../model/decision';
import type { ListPilotsQuery, Pilot, PilotPage } from '../model/pilotView';
import type { PilotRequestOptions } from './PilotRequestOptions';

/**
 * Where Pilots stand, what is decided about them, and what became of them.
 * @public
 */
export interface PhaseApi {
  listPilots(
    query?: ListPilotsQuery,
    request?: PilotRequestOptions,
  ): Promise<PilotPage>;
  /** @returns all pages of the list as CSV that a spreadsheet cannot execute */
  listPilotsCsv(
    query?: Omit<ListPilotsQuery, 'cursor' | 'limit' | 'total'>,
    request?: PilotRequestOptions,
  ): Promise<string>;
  /** Adopts the phases that Pilots declare, once a Pilot; for administrators. */
  adoptDeclaredPhases(request?: PilotRequestOptions): Promise<AdoptedPhases>;
  getPilot(target: string, request?: PilotRequestOptions): Promise<Pilot>;
  /** A 409 carries the Pilot as it stands as `current` in its body. */
  proposePhase(
    target: string,
    body: Propose,
    request?: PilotRequestOptions,
  ): Promise<Pilot>;
  /** A 409 carries the Pilot as it stands as `current` in its body. */
  decideProposal(
    target: string,
    id: string,
    body: Decide,
    request?: PilotRequestOptions,
  ): Promise<Pilot>;
  withdrawProposal(
    target: string,
    id: string,
    request?: PilotRequestOptions,
  ): Promise<Pilot>;
  /** Newest first. */
  listDecisions(
    target: string,
    query?: { cursor?: string; limit?: number },
    request?: PilotRequestOptions,
  ): Promise<DecisionPage>;
  /** @returns all decisions as CSV that a spreadsheet cannot execute */
  listDecisionsCsv(
    target: string,
    request?: PilotRequestOptions,
  ): Promise<string>;
  getAdoption(target: string, request?: PilotRequestOptions): Promise<Adoption>;
  /** @returns the adopting teams as CSV that a spreadsheet cannot execute */
  getAdoptionCsv(
    target: string,
    request?: PilotRequestOptions,
  ): Promise<string>;
  /** For a member of an adopting team; the last answer of a quarter counts. */
  rateSatisfaction(
    target: string,
    body: Rate,
    request?: PilotRequestOptions,
  ): Promise<Adoption>;
}
