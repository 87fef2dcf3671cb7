import { Knex } from 'knex';
import { PilotConfig } from '../kernel/config/config';
import { Kernel } from '../kernel/createKernel';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { DemandViews } from '../demand/DemandViews';
import { RankingService } from '../demand/RankingService';
import { FactKeeper } from '../readiness/FactKeeper';
import { pilotStatement } from '../readiness/facts/pilotStatement';
import type { ReadinessListeners } from '../readiness/feature';
import { CatalogMirror } from '../targets/CatalogMirror';
import { TargetWriter } from '../targets/TargetWriter';
import { registerDecideProposal } from './actions/registerDecideProposal';
import { registerGetAdoption } from './actions/registerGetAdoption';
import { registerGetPilot } from './actions/registerGetPilot';
import { registerListDecisions } from './actions/registerListDecisions';
import { registerListPilots } from './actions/registerListPilots';
import { registerProposePhase } from './actions/registerProposePhase';
import { registerRatePilot } from './actions/registerRatePilot';
import { registerWithdrawProposal } from './actions/registerWithdrawProposal';
import { adoptionFacts } from './adoptionFacts';
import { adoptionRoutes } from './adoptionRoutes';
import { AdoptionService } from './AdoptionService';
import { DecisionService } from './DecisionService';
import { keepAdvice, refreshAdvice } from './keepAdvice';
import { PhaseAdoptionService } from './PhaseAdoptionService';
import { phaseRoutes } from './phaseRoutes';
import { PhaseService } from './PhaseService';
import { PhaseUpkeep } from './PhaseUpkeep';
import { PilotListService } from './PilotListService';
import { PilotViews } from './PilotViews';
import { readPhase } from './readPhases';

type PilotServices = ReturnType<typeof create>;

function create(
  kernel: Kernel & {
    readonly mirror: CatalogMirror;
    readonly views: DemandViews;
    readonly ranking: RankingService;
    readonly keeper: FactKeeper;
    readonly targetWriter: TargetWriter;
  },
) {
  const { keeper, clock } = kernel;
  return {
    adoption: new AdoptionService(kernel),
    decisions: new DecisionService({ ...kernel, cursors: kernel.cursors() }),
    phaseAdoption: new PhaseAdoptionService(kernel),
    phases: new PhaseService({
      ...kernel,
      pilotViews: new PilotViews(kernel),
      collect: (entity, target) =>
        keeper.ensure(target, clock(), pilotStatement(entity)),
    }),
    phaseUpkeep: new PhaseUpkeep(kernel),
    pilots: new PilotListService(kernel),
  };
}

/** Phases, proposals, decisions, advice and adoption. */
export const pilotsFeature = {
  create,
  routes: (services: PilotServices & Pick<Kernel, 'clock'>) => [
    ...phaseRoutes(services),
    ...adoptionRoutes(services),
  ],
  actions: [
    registerListPilots,
    registerGetPilot,
    registerProposePhase,
    registerWithdrawProposal,
    registerDecideProposal,
    registerListDecisions,
    registerGetAdoption,
    registerRatePilot,
  ],
};

/** Keeps advice up to date with readiness, and adds the gate to what is shown of it. */
export function followReadiness(
  knex: Knex,
  config: PilotConfig,
): ReadinessListeners {
  return {
    refreshAdvice: async (targets, now) => {
      const policies = await readPolicies(knex);
      await refreshAdvice(knex, targets, { ...config, policies, now });
    },
    adoptionOf: targets => adoptionFacts(knex, targets),
    readGated: async (pilot, options) => {
      const policies = await readPolicies(knex);
      return readPhase(knex, pilot, { ...config, ...options, policies });
    },
    onAnswersChanged: async (tx, target, now) => {
      const policies = await readPolicies(tx);
      await keepAdvice(tx, [target], { ...config, policies, now });
    },
  };
}
