import { AuthService } from '@backstage/backend-plugin-api';
import {
  Attest,
  Decide,
  DemandByRefs,
  DemandHistoryQuery,
  ListDemandQuery,
  ListInterestsQuery,
  ListPilotsQuery,
  PilotApi,
  PilotRequestOptions,
  Propose,
  Rate,
  ReadinessByRefs,
  RecordInterest,
  Report,
  SetStatus,
  SimilarQuery,
  Waive,
} from '@pilot-to-platform/plugin-pilot-common';
import { PilotService, PilotServiceOptions } from './PilotService';

/** The pilot backend over HTTP, each call with a token of its own. */
export class HttpPilotService implements PilotService {
  readonly #api: PilotApi;
  readonly #auth: AuthService;

  constructor(options: { api: PilotApi; auth: AuthService }) {
    this.#api = options.api;
    this.#auth = options.auth;
  }

  async getDemand(
    target: string,
    request: { asOf?: string },
    options: PilotServiceOptions,
  ) {
    return this.#api.getDemand(target, request, await this.#as(options));
  }

  async listDemand(query: ListDemandQuery, options: PilotServiceOptions) {
    return this.#api.listDemand(query, await this.#as(options));
  }

  async getDemandByRefs(request: DemandByRefs, options: PilotServiceOptions) {
    return this.#api.getDemandByRefs(request, await this.#as(options));
  }

  async getDemandHistory(
    target: string,
    query: DemandHistoryQuery,
    options: PilotServiceOptions,
  ) {
    return this.#api.getDemandHistory(target, query, await this.#as(options));
  }

  async findSimilar(query: SimilarQuery, options: PilotServiceOptions) {
    return this.#api.findSimilar(query, await this.#as(options));
  }

  async getFragmentation(
    query: { target?: string; dismissed?: boolean },
    options: PilotServiceOptions,
  ) {
    return this.#api.getFragmentation(query, await this.#as(options));
  }

  async recordInterest(
    target: string,
    interest: RecordInterest,
    options: PilotServiceOptions,
  ) {
    return this.#api.recordInterest(target, interest, await this.#as(options));
  }

  async listInterests(query: ListInterestsQuery, options: PilotServiceOptions) {
    return this.#api.listInterests(query, await this.#as(options));
  }

  async withdrawInterest(id: string, options: PilotServiceOptions) {
    return this.#api.withdrawInterest(id, await this.#as(options));
  }

  async confirmInterest(id: string, options: PilotServiceOptions) {
    return this.#api.confirmInterest(id, await this.#as(options));
  }

  async setInterestStatus(
    id: string,
    status: SetStatus,
    options: PilotServiceOptions,
  ) {
    return this.#api.setInterestStatus(id, status, await this.#as(options));
  }

  async listChecks(options: PilotServiceOptions) {
    return this.#api.listChecks(await this.#as(options));
  }

  async getReadiness(target: string, options: PilotServiceOptions) {
    return this.#api.getReadiness(target, await this.#as(options));
  }

  async getReadinessByRefs(
    request: ReadinessByRefs,
    options: PilotServiceOptions,
  ) {
    return this.#api.getReadinessByRefs(request, await this.#as(options));
  }

  async collectReadiness(target: string, options: PilotServiceOptions) {
    return this.#api.collectReadiness(target, await this.#as(options));
  }

  async attestCheck(
    target: string,
    attestation: Attest,
    options: PilotServiceOptions,
  ) {
    return this.#api.attestCheck(target, attestation, await this.#as(options));
  }

  async revokeAttestation(
    target: string,
    id: string,
    options: PilotServiceOptions,
  ) {
    return this.#api.revokeAttestation(target, id, await this.#as(options));
  }

  async waiveCheck(
    target: string,
    waiver: Waive,
    options: PilotServiceOptions,
  ) {
    return this.#api.waiveCheck(target, waiver, await this.#as(options));
  }

  async revokeWaiver(target: string, id: string, options: PilotServiceOptions) {
    return this.#api.revokeWaiver(target, id, await this.#as(options));
  }

  async getReadinessLog(
    target: string,
    query: { check?: string; cursor?: string; limit?: number },
    options: PilotServiceOptions,
  ) {
    return this.#api.getReadinessLog(target, query, await this.#as(options));
  }

  async reportResults(
    target: string,
    results: Report,
    options: PilotServiceOptions,
  ) {
    return this.#api.reportResults(target, results, await this.#as(options));
  }

  async listPilots(query: ListPilotsQuery, options: PilotServiceOptions) {
    return this.#api.listPilots(query, await this.#as(options));
  }

  async getPilot(target: string, options: PilotServiceOptions) {
    return this.#api.getPilot(target, await this.#as(options));
  }

  async proposePhase(
    target: string,
    proposal: Propose,
    options: PilotServiceOptions,
  ) {
    return this.#api.proposePhase(target, proposal, await this.#as(options));
  }

  async decideProposal(
    target: string,
    id: string,
    decision: Decide,
    options: PilotServiceOptions,
  ) {
    return this.#api.decideProposal(
      target,
      id,
      decision,
      await this.#as(options),
    );
  }

  async withdrawProposal(
    target: string,
    id: string,
    options: PilotServiceOptions,
  ) {
    return this.#api.withdrawProposal(target, id, await this.#as(options));
  }

  async listDecisions(
    target: string,
    query: { cursor?: string; limit?: number },
    options: PilotServiceOptions,
  ) {
    return this.#api.listDecisions(target, query, await this.#as(options));
  }

  async getAdoption(target: string, options: PilotServiceOptions) {
    return this.#api.getAdoption(target, await this.#as(options));
  }

  async rateSatisfaction(
    target: string,
    rating: Rate,
    options: PilotServiceOptions,
  ) {
    return this.#api.rateSatisfaction(target, rating, await this.#as(options));
  }

  async getPolicy(options: PilotServiceOptions) {
    return this.#api.getPolicy(await this.#as(options));
  }

  async #as({
    credentials,
  }: PilotServiceOptions): Promise<PilotRequestOptions> {
    return this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'pilot',
    });
  }
}
