import type { Adoption, Rate } from '../model/adoption';
import type { AdoptedPhases, Decide, DecisionPage } from '../model/decision';
import type { Propose } from '../model/proposal';
import type { PageQuery } from '../model/parameters';
import type { ListPilotsQuery, Pilot, PilotPage } from '../model/pilotView';
import type { PilotRequestOptions } from './PilotRequestOptions';

/**
 * Calls about Pilots: their phases, decisions and adoption.
 * @public
 */
export interface PhaseApi {
  /** Pilots with their readiness, and what comes next, in pages. */
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
  /** Returns where a Pilot stands, and what comes next. */
  getPilot(target: string, request?: PilotRequestOptions): Promise<Pilot>;
  /**
   * Proposes another phase for a Pilot of the caller's. It may be repeated: the
   * proposal that stands already changes nothing. Another open one, a closed
   * gate and another version than the present one are refused with 409, which has
   * the Pilot as it stands in `current`.
   */
  proposePhase(
    target: string,
    body: Propose,
    request?: PilotRequestOptions,
  ): Promise<Pilot>;
  /**
   * Decides a proposal, as one of the approvers. On another version than the
   * present one it is refused with 409, which has it as it stands in `current`.
   *
   * @param id - of the proposal
   */
  decideProposal(
    target: string,
    id: string,
    body: Decide,
    request?: PilotRequestOptions,
  ): Promise<Pilot>;
  /**
   * Withdraws a proposal of the caller's.
   *
   * @param id - of the proposal
   */
  withdrawProposal(
    target: string,
    id: string,
    request?: PilotRequestOptions,
  ): Promise<Pilot>;
  /** Lists the decisions about a Pilot, newest first, in pages. */
  listDecisions(
    target: string,
    query?: PageQuery,
    request?: PilotRequestOptions,
  ): Promise<DecisionPage>;
  /** @returns all decisions as CSV that a spreadsheet cannot execute */
  listDecisionsCsv(
    target: string,
    request?: PilotRequestOptions,
  ): Promise<string>;
  /** Returns who a Pilot serves, how fast, and how well. */
  getAdoption(target: string, request?: PilotRequestOptions): Promise<Adoption>;
  /** @returns the adopting teams as CSV that a spreadsheet cannot execute */
  getAdoptionCsv(
    target: string,
    request?: PilotRequestOptions,
  ): Promise<string>;
  /**
   * Says how well a Pilot works for a team of the caller's that it serves. The
   * last answer of a quarter counts.
   */
  rateSatisfaction(
    target: string,
    body: Rate,
    request?: PilotRequestOptions,
  ): Promise<Adoption>;
}
