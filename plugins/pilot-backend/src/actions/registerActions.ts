import { ActionServices } from './Actions';
import { registerExplainDemand } from './registerExplainDemand';
import { registerFindSimilar } from './registerFindSimilar';
import { registerGetDemand } from './registerGetDemand';
import { registerListDemand } from './registerListDemand';
import { registerListMyInterests } from './registerListMyInterests';
import { registerRecordInterest } from './registerRecordInterest';

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
}
