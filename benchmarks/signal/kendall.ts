/**
 * Kendall's τ-b: how far two rankings agree, from −1 (reversed) over 0
 * (unrelated) to 1. Pairs that are tied in one ranking are left out of its
 * side of the denominator. A ranking that ties everything says nothing: 0.
 */
export function kendallTau(a: readonly number[], b: readonly number[]): number {
  let difference = 0;
  let untiedInA = 0;
  let untiedInB = 0;
  for (let i = 1; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const inA = Math.sign(a[i] - a[j]);
      const inB = Math.sign(b[i] - b[j]);
      difference += inA * inB;
      untiedInA += inA * inA;
      untiedInB += inB * inB;
    }
  }
  return difference === 0 ? 0 : difference / Math.sqrt(untiedInA * untiedInB);
}

/** Worked out by hand: concordant minus discordant pairs over the root of the untied ones. */
const byHand = [
  { a: [1, 2, 3, 4], b: [10, 20, 30, 40], tau: 1 },
  { a: [1, 2, 3, 4], b: [4, 3, 2, 1], tau: -1 },
  { a: [1, 2, 3, 4], b: [1, 3, 2, 4], tau: (5 - 1) / 6 },
  { a: [1, 1, 2, 3], b: [1, 2, 2, 3], tau: (4 - 0) / Math.sqrt(5 * 5) },
  {
    a: [12, 2, 1, 12, 2],
    b: [1, 4, 7, 1, 0],
    tau: (2 - 6) / Math.sqrt(8 * 9),
  },
  { a: [1, 1, 1], b: [1, 2, 3], tau: 0 },
];

/** Stops a run that would measure with a wrong measure. */
export function checkKendallTau() {
  for (const { a, b, tau } of byHand) {
    const got = kendallTau(a, b);
    if (Math.abs(got - tau) > 1e-12) {
      throw new Error(`τ of ${a} and ${b} is ${tau}, not ${got}`);
    }
  }
}
