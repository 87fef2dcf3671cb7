import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { adoptionSchema, type Adoption, type Rate } from '../model/adoption';
import { catalogCase } from '../model/catalogCase';
import {
  adoptedPhasesSchema,
  decisionPageSchema,
  type AdoptedPhases,
  type Decide,
  type DecisionPage,
  type Propose,
} from '../model/decision';
import {
  pilotPageSchema,
  pilotSchema,
  type ListPilotsQuery,
  type Pilot,
  type PilotPage,
} from '../model/pilotView';
import { pathOf, posted } from './HttpClient';
import type { PhaseApi } from './PhaseApi';
import type { PilotRequestOptions } from './PilotRequestOptions';
import { ReadinessClient } from './ReadinessClient';

/**
 * The path of what belongs to a Pilot, whose kind may be left out.
 *
 * @throws InputError for a ref of another kind: a Pilot of that name may exist
 */
function pilotPath(target: string, ...further: string[]): string {
  const ref = catalogCase(target);
  const { kind, namespace, name } = parseEntityRef(ref, {
    defaultKind: 'pilot',
  });
  if (kind !== 'pilot') {
    throw new InputError(
      `target: must name a Pilot such as pilot:default/delta-sharing, not ${target}`,
    );
  }
  return pathOf('pilots', namespace, name, ...further);
}

/**
 * The part of the client that is about phases, decisions and adoption.
 * @public
 */
export class PhaseClient extends ReadinessClient implements PhaseApi {
  /** {@inheritdoc PhaseApi.listPilots} */
  async listPilots(
    query: ListPilotsQuery = {},
    request: PilotRequestOptions = {},
  ): Promise<PilotPage> {
    return this.parsed(pilotPageSchema, '/pilots', {
      ...request,
      query: { ...query },
    });
  }

  /** {@inheritdoc PhaseApi.listPilotsCsv} */
  async listPilotsCsv(
    query: ListPilotsQuery = {},
    request: PilotRequestOptions = {},
  ): Promise<string> {
    return this.csv('/pilots', { ...request, query: { ...query } });
  }

  /** {@inheritdoc PhaseApi.adoptDeclaredPhases} */
  async adoptDeclaredPhases(
    request: PilotRequestOptions = {},
  ): Promise<AdoptedPhases> {
    return this.parsed(adoptedPhasesSchema, '/pilots/declared-phases', {
      ...request,
      method: 'POST',
    });
  }

  /** {@inheritdoc PhaseApi.getPilot} */
  async getPilot(
    target: string,
    request: PilotRequestOptions = {},
  ): Promise<Pilot> {
    return this.parsed(pilotSchema, pilotPath(target), request);
  }

  /** {@inheritdoc PhaseApi.proposePhase} */
  async proposePhase(
    target: string,
    body: Propose,
    request: PilotRequestOptions = {},
  ): Promise<Pilot> {
    return this.parsed(pilotSchema, pilotPath(target, 'proposals'), {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PhaseApi.decideProposal} */
  async decideProposal(
    target: string,
    id: string,
    body: Decide,
    request: PilotRequestOptions = {},
  ): Promise<Pilot> {
    return this.parsed(
      pilotSchema,
      pilotPath(target, 'proposals', id, 'decision'),
      { ...request, ...posted(body) },
    );
  }

  /** {@inheritdoc PhaseApi.withdrawProposal} */
  async withdrawProposal(
    target: string,
    id: string,
    request: PilotRequestOptions = {},
  ): Promise<Pilot> {
    return this.parsed(pilotSchema, pilotPath(target, 'proposals', id), {
      ...request,
      method: 'DELETE',
    });
  }

  /** {@inheritdoc PhaseApi.listDecisions} */
  async listDecisions(
    target: string,
    query: { cursor?: string; limit?: number } = {},
    request: PilotRequestOptions = {},
  ): Promise<DecisionPage> {
    return this.parsed(decisionPageSchema, pilotPath(target, 'decisions'), {
      ...request,
      query,
    });
  }

  /** {@inheritdoc PhaseApi.listDecisionsCsv} */
  async listDecisionsCsv(
    target: string,
    request: PilotRequestOptions = {},
  ): Promise<string> {
    return this.csv(pilotPath(target, 'decisions'), request);
  }

  /** {@inheritdoc PhaseApi.getAdoption} */
  async getAdoption(
    target: string,
    request: PilotRequestOptions = {},
  ): Promise<Adoption> {
    return this.parsed(adoptionSchema, pilotPath(target, 'adoption'), request);
  }

  /** {@inheritdoc PhaseApi.getAdoptionCsv} */
  async getAdoptionCsv(
    target: string,
    request: PilotRequestOptions = {},
  ): Promise<string> {
    return this.csv(pilotPath(target, 'adoption'), request);
  }

  /** {@inheritdoc PhaseApi.rateSatisfaction} */
  async rateSatisfaction(
    target: string,
    body: Rate,
    request: PilotRequestOptions = {},
  ): Promise<Adoption> {
    return this.parsed(adoptionSchema, pilotPath(target, 'satisfaction'), {
      ...request,
      ...posted(body),
      method: 'PUT',
    });
  }
}
