/** Something that a filter can be set to. */
export interface Choice {
  /** What stands in the address. */
  readonly id: string;
  readonly label: string;
}

/** Choices with those first that are chosen and not among them. */
export function withChosen(
  choices: readonly Choice[],
  chosen: readonly string[],
  labelOf: (id: string) => string,
): Choice[] {
  const missing = chosen.filter(id => !choices.some(each => each.id === id));
  return [...missing.map(id => ({ id, label: labelOf(id) })), ...choices];
}
