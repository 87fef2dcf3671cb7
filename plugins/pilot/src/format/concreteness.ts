/** Levels of how concrete an interest is. */
export type Concreteness = 'none' | 'start' | 'concrete' | 'very';

/** @param specificity - 0 to 1 */
export function concreteness(specificity: number): Concreteness {
  if (specificity >= 0.8) return 'very';
  if (specificity >= 0.4) return 'concrete';
  return specificity > 0 ? 'start' : 'none';
}
