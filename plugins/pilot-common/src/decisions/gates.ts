import type { DemandCounts } from '../model/demand';
import type { Gate, GateLeft, GateNeeds, GatePolicy } from '../model/gate';
import type { Phase } from '../model/vocabulary';
import type { AssessedCheck } from '../readiness/AssessedCheck';
import { isOpen } from '../readiness/verdict';

/**
 * Facts that a gate looks at.
 * @public
 */
export interface GateInput {
  readonly phase: Phase;
  readonly demand: {
    /** 0 to 100 */
    readonly score: number;
    readonly counts: Pick<DemandCounts, 'teams' | 'useCases'>;
    /** Teams that can each be given an author of their own; see `teamsByAuthors`. */
    readonly authors: number;
  };
  /** Of the Pilot, most urgent first. */
  readonly checks: readonly AssessedCheck[];
  readonly gates: GatePolicy;
}

/**
 * The gate to the next phase that is decided, and what is left before it: for
 * build-out the numbers that are not reached, different authors for as many teams
 * among them, then the checks required for it
 * that fail or are unknown, in their order. None in the last phase and after an
 * ending.
 * @public
 */
export function gateOf(input: GateInput): Gate | null {
  const to = nextGate(input.phase);
  if (!to) {
    return null;
  }
  const left = [
    ...(to === 'build-out' ? numbersLeft(input) : []),
    ...checksLeft(input.checks, to),
  ];
  return { to, open: left.length === 0, left };
}

/**
 * Returns the conditions of the gate to the next phase, reached or not: the
 * numbers of the policy, and the required checks that apply. Nothing where
 * there is no gate.
 * @public
 */
export function gateNeeds(input: Omit<GateInput, 'demand'>): GateNeeds | null {
  const to = nextGate(input.phase);
  if (!to) {
    return null;
  }
  return {
    numbers: to === 'build-out' ? { ...input.gates['build-out'] } : null,
    checks: input.checks
      .filter(
        ({ definition, verdict }) =>
          definition.required.includes(to) && verdict !== 'notApplicable',
      )
      .map(({ definition }) => definition.id)
      .sort(),
  };
}

/**
 * The gate that stands before a Pilot in a phase, if one does.
 * @public
 */
export function nextGate(phase: Phase): Gate['to'] | undefined {
  switch (phase) {
    case 'pilot':
    case 'demand':
      return 'build-out';
    case 'build-out':
      return 'platform';
    default:
      return undefined;
  }
}

function numbersLeft({ demand, gates }: GateInput): GateLeft[] {
  const { counts, authors, score } = demand;
  const asked = gates['build-out'];
  const needed = { ...asked, authors: asked.teams };
  const values = { ...counts, authors, score };
  return (['teams', 'authors', 'useCases', 'score'] as const)
    .filter(code => values[code] < needed[code])
    .filter(
      // Where each team has an author of its own, one more team brings another.
      code => code !== 'authors' || authors < counts.teams,
    )
    .map(code => ({ code, value: values[code], needed: needed[code] }));
}

function checksLeft(
  checks: readonly AssessedCheck[],
  to: Gate['to'],
): GateLeft[] {
  return checks
    .filter(
      ({ definition, verdict }) =>
        definition.required.includes(to) && isOpen(verdict),
    )
    .map(({ definition }) => ({ code: 'check', check: definition.id }));
}
