import { parseEntityRef } from '@backstage/catalog-model';
import type { BackstageUserIdentity } from '@backstage/frontend-plugin-api';
import type { PilotApi, Policy } from '@pilot-to-platform/plugin-pilot-common';
import type { WaitingItem } from './WaitingItem';

/** Of each kind; the portfolio has all of them. */
const shown = 5;
/** Some of those proposed are the reader's own, and wait for somebody else. */
const asked = 50;
/** As many owners as one request may name. */
const mostOwners = 50;

/**
 * Proposals that the reader can decide, and Pilots of the reader's teams with
 * answers that lapse soon.
 */
export async function loadWaitingPilots(
  api: Pick<PilotApi, 'listPilots'>,
  options: {
    reader: BackstageUserIdentity;
    policy: Policy;
    signal: AbortSignal;
  },
): Promise<WaitingItem[]> {
  const { reader, policy, signal } = options;
  const groups = policy.caller?.groups ?? groupsOf(reader);
  const { approvers } = policy.decisions;
  const isApprover =
    policy.caller?.approver ?? groups.some(ref => approvers.includes(ref));
  const proposed = async (): Promise<WaitingItem[]> => {
    if (!isApprover) return [];
    const query = { proposed: true, limit: asked };
    const { items } = await api.listPilots(query, { signal });
    const toDecide = items.flatMap(({ target, title, proposal }) =>
      // Nobody decides what they proposed.
      proposal && proposal.by !== reader.userEntityRef
        ? [{ type: 'decide' as const, target, title, to: proposal.to }]
        : [],
    );
    return toDecide.slice(0, shown);
  };
  const expiring = async (): Promise<WaitingItem[]> => {
    if (groups.length === 0) return [];
    const owner = groups.slice(0, mostOwners);
    const query = { owner, expiring: true, limit: shown };
    const { items } = await api.listPilots(query, { signal });
    return items.flatMap(({ target, title, readiness }) => {
      const count = readiness?.expiring ?? 0;
      return count > 0
        ? [{ type: 'expiring' as const, target, title, count }]
        : [];
    });
  };
  return (await Promise.all([proposed(), expiring()])).flat();
}

/** What a backend does not say that is older than the screens. */
function groupsOf(reader: BackstageUserIdentity): string[] {
  return reader.ownershipEntityRefs.filter(
    ref => parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group',
  );
}
