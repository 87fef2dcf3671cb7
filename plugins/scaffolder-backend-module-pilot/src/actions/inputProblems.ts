interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Lists what is wrong with the inputs of a step: one sentence for each, after
 * the name of the input.
 *
 * @param field - the input, where the path of an issue begins below it
 */
export function inputProblems(
  error: { readonly issues: readonly Issue[] } | undefined,
  field?: string,
): string[] {
  return (error?.issues ?? []).map(({ path, message }) => {
    const name = [...(field ? [field] : []), ...path].join('.');
    return name ? `${name}: ${message}` : message;
  });
}
