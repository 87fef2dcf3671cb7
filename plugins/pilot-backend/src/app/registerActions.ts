import { ActionKernel } from '../kernel/actions/registerAction';
import type { Services } from './createServices';
import { registerAttestCheck } from '../readiness/actions/registerAttestCheck';
import { registerDecideProposal } from '../pilots/actions/registerDecideProposal';
import { registerExplainDemand } from '../demand/actions/registerExplainDemand';
import { registerFindSimilar } from '../duplicates/actions/registerFindSimilar';
import { registerGetAdoption } from '../pilots/actions/registerGetAdoption';
import { registerGetDemand } from '../demand/actions/registerGetDemand';
import { registerGetPilot } from '../pilots/actions/registerGetPilot';
import { registerGetReadiness } from '../readiness/actions/registerGetReadiness';
import { registerListDecisions } from '../pilots/actions/registerListDecisions';
import { registerListDemand } from '../demand/actions/registerListDemand';
import { registerListMyInterests } from '../interest/actions/registerListMyInterests';
import { registerListPilots } from '../pilots/actions/registerListPilots';
import { registerProposePhase } from '../pilots/actions/registerProposePhase';
import { registerRatePilot } from '../pilots/actions/registerRatePilot';
import { registerRecordInterest } from '../interest/actions/registerRecordInterest';
import { registerReportResults } from '../readiness/actions/registerReportResults';
import { registerRevokeSignature } from '../readiness/actions/registerRevokeSignature';
import { registerWaiveCheck } from '../readiness/actions/registerWaiveCheck';
import { registerWithdrawProposal } from '../pilots/actions/registerWithdrawProposal';

/**
 * What language models and templates can do: the same as the routes, through
 * the same door, with the rights of whoever calls.
 */
export function registerActions(
  services: ActionKernel & Services & { clock: () => Date },
): void {
  registerGetDemand(services);
  registerExplainDemand(services);
  registerListDemand(services);
  registerRecordInterest(services);
  registerListMyInterests(services);
  registerFindSimilar(services);
  registerGetReadiness(services);
  registerAttestCheck(services);
  registerWaiveCheck(services);
  registerRevokeSignature(services);
  registerReportResults(services);
  registerListPilots(services);
  registerGetPilot(services);
  registerProposePhase(services);
  registerWithdrawProposal(services);
  registerDecideProposal(services);
  registerListDecisions(services);
  registerGetAdoption(services);
  registerRatePilot(services);
}
