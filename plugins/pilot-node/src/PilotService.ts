import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  PilotApi,
  PilotRequestOptions,
} from '@pilot-to-platform/plugin-pilot-common';

/**
 * In whose name a call is made. Interest and decisions belong to people: except
 * where said, these are a user's credentials, and the answers are what that user may see.
 * @public
 */
export interface PilotServiceOptions {
  credentials: BackstageCredentials;
}

/**
 * Methods of the API that other plugins can call; the rest is for operators and
 * screens.
 * @public
 */
export const pilotServiceMethods = [
  'getDemand',
  'listDemand',
  'getDemandByRefs',
  'getDemandHistory',
  'findSimilar',
  'getFragmentation',
  'recordInterest',
  'listInterests',
  'withdrawInterest',
  'confirmInterest',
  'setInterestStatus',
  'listChecks',
  'getReadiness',
  'getReadinessByRefs',
  'collectReadiness',
  'attestCheck',
  'revokeAttestation',
  'waiveCheck',
  'revokeWaiver',
  'getReadinessLog',
  'reportResults',
  'listPilots',
  'getPilot',
  'proposePhase',
  'decideProposal',
  'withdrawProposal',
  'listDecisions',
  'getAdoption',
  'rateSatisfaction',
  'getPolicy',
] as const satisfies ReadonlyArray<keyof PilotApi>;

/**
 * A method of the API whose last argument is in whose name it is called. All
 * arguments are given.
 * @public
 */
export type InTheNameOf<Method> = Method extends (
  ...args: infer Args
) => infer Answer
  ? Required<Args> extends [...infer Given, PilotRequestOptions]
    ? {
        // A method, so that whoever implements it may know less of its arguments.
        method(...args: [...Given, options: PilotServiceOptions]): Answer;
      }['method']
    : never
  : never;

/**
 * Those methods of an API, each by {@link InTheNameOf}.
 * @public
 */
export type AllInTheNameOf<Api> = {
  [Name in keyof Api]: InTheNameOf<Api[Name]>;
};

/**
 * Methods of Pilot to Platform that other backend plugins can call. Targets and
 * teams are entity refs. Every method throws a `ResponseError` with the status
 * and message of an answer that is not a success, such as 403 and 404.
 * @public
 */
export interface PilotService
  extends AllInTheNameOf<
    Pick<PilotApi, (typeof pilotServiceMethods)[number]>
  > {}
