import {
  DecisionSnapshot,
  Proposal,
} from '@pilot-to-platform/plugin-pilot-common';

type Change = Proposal['changed'][number];

/** Scores and shares are read as whole points, rounded down. */
const points = (value: number | null) => value && Math.floor(value);
const percent = (value: number | null) =>
  value && Math.floor(value * 100 + 1e-9);

/**
 * Lists what changed since something was proposed, as far as people read it: a
 * score fades a little every day.
 */
export function changesSince(
  was: DecisionSnapshot,
  is: DecisionSnapshot,
): Change[] {
  const left = ({ gate }: DecisionSnapshot) => gate?.left.length ?? null;
  const changes: Array<Change & { readonly same: boolean }> = [
    {
      code: 'score',
      was: was.score,
      is: is.score,
      same: points(was.score) === points(is.score),
    },
    counted('teams', was.teams, is.teams),
    counted('useCases', was.useCases, is.useCases),
    {
      code: 'readiness',
      was: was.readiness,
      is: is.readiness,
      same: percent(was.readiness) === percent(is.readiness),
    },
    counted('left', left(was), left(is)),
  ];
  return changes
    .filter(({ same }) => !same)
    .map(({ same, ...change }) => change);
}

function counted(code: Change['code'], was: number | null, is: number | null) {
  return { code, was, is, same: was === is };
}
