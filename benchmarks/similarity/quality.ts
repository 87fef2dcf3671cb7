/** A pair's score by a method, and the right answer. */
export interface Judged {
  readonly score: number;
  readonly same: boolean;
}

export interface Quality {
  /** Of the pairs that were called the same, the share that are. */
  readonly precision: number;
  /** Of the pairs that are the same, the share that were called so. */
  readonly recall: number;
  readonly f1: number;
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

export function qualityAt(
  judged: readonly Judged[],
  threshold: number,
): Quality {
  const called = judged.filter(({ score }) => score >= threshold);
  const right = called.filter(({ same }) => same).length;
  const precision = share(right, called.length);
  const recall = share(right, judged.filter(({ same }) => same).length);
  return {
    precision,
    recall,
    f1: share(2 * precision * recall, precision + recall),
  };
}

/**
 * The middle of the widest range of hundredths with the best F1, since a
 * threshold at the edge of a score fits these very pairs and no others. A
 * score of 0 is never a match.
 */
export function bestThreshold(judged: readonly Judged[]): number {
  const steps = Array.from({ length: 100 }, (_, step) => (step + 1) / 100);
  const f1 = steps.map(step => qualityAt(judged, step).f1);
  const best = Math.max(...f1) - 1e-9;
  let widest: number[] = [];
  let run: number[] = [];
  steps.forEach((step, at) => {
    run = f1[at] >= best ? [...run, step] : [];
    if (run.length > widest.length) widest = run;
  });
  return (widest[0] + widest[widest.length - 1]) / 2;
}

/**
 * Returns how often a pair that is the same scores higher than one that is not;
 * 0.5 is guessing. It depends on no threshold.
 */
export function orderOf(judged: readonly Judged[]): number {
  const same = judged.filter(one => one.same);
  const others = judged.filter(one => !one.same);
  const wins = same.flatMap(one =>
    others.map(other => {
      if (one.score === other.score) return 0.5;
      return one.score > other.score ? 1 : 0;
    }),
  );
  return share(
    wins.reduce<number>((sum, win) => sum + win, 0),
    wins.length,
  );
}
