import { ActionServices } from './Actions';
import { registerAttestCheck } from './registerAttestCheck';
import { registerDecideProposal } from './registerDecideProposal';
import { registerExplainDemand } from './registerExplainDemand';
import { registerFindSimilar } from './registerFindSimilar';
import { registerGetAdoption } from './registerGetAdoption';
import { registerGetDemand } from './registerGetDemand';
import { registerGetPilot } from './registerGetPilot';
import { registerGetReadiness } from './registerGetReadiness';
import { registerListDecisions } from './registerListDecisions';
import { registerListDemand } from './registerListDemand';
import { registerListMyInterests } from './registerListMyInterests';
import { registerListPilots } from './registerListPilots';
import { registerProposePhase } from './registerProposePhase';
import { registerRatePilot } from './registerRatePilot';
import { registerRecordInterest } from './registerRecordInterest';
import { registerReportResults } from './registerReportResults';
import { registerRevokeSignature } from './registerRevokeSignature';
import { registerWaiveCheck } from './registerWaiveCheck';
import { registerWithdrawProposal } from './registerWithdrawProposal';

/**
 * What language models and templates can do: the same as the routes, through
 * the same door, with the rights of whoever calls.
 */
export function registerActions(services: ActionServices): void {
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
