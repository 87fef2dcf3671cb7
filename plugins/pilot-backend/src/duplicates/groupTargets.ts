import { SimilarReason } from '@pilot-to-platform/plugin-pilot-common';
import { AlikePair } from './pairsAmong';

/** Targets that could be one, and what says so. */
export interface TargetGroup {
  /** Refs, in order. */
  readonly members: readonly string[];
  readonly reasons: readonly SimilarReason[];
}

/**
 * Groups targets of which two or more have the same capability, or two the same
 * words. Two that have both are one group with both reasons; where more share a
 * capability, their words add nothing.
 *
 * @param capabilities - of each target that can be in a group
 */
export function groupTargets(
  capabilities: ReadonlyMap<string, string | null>,
  pairs: readonly AlikePair[],
): TargetGroup[] {
  const alike = pairs.filter(({ refs }) =>
    refs.every(ref => capabilities.has(ref)),
  );
  const shared = byCapability(capabilities).map(({ capability, members }) => {
    const pair =
      members.length === 2 &&
      alike.find(({ refs }) => refs.every(ref => members.includes(ref)));
    return {
      members,
      reasons: [
        { code: 'capability' as const, capability },
        ...(pair ? [wordsReason(pair)] : []),
      ],
    };
  });
  const others = alike.filter(({ refs: [a, b] }) => {
    const capability = capabilities.get(a);
    return !capability || capability !== capabilities.get(b);
  });
  return [
    ...shared,
    ...others.map(pair => ({
      members: [...pair.refs],
      reasons: [wordsReason(pair)],
    })),
  ];
}

function byCapability(capabilities: ReadonlyMap<string, string | null>) {
  const groups = new Map<string, string[]>();
  for (const [ref, capability] of capabilities) {
    if (capability) {
      groups.set(capability, [...(groups.get(capability) ?? []), ref]);
    }
  }
  return [...groups]
    .filter(([, members]) => members.length > 1)
    .map(([capability, members]) => ({ capability, members: members.sort() }));
}

function wordsReason({ words }: AlikePair): SimilarReason {
  return { code: 'words', words: [...words] };
}
