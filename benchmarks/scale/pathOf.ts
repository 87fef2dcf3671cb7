import { parseEntityRef } from '@backstage/catalog-model';

/** A ref as a part of a path. */
export function pathOf(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `${kind}/${namespace}/${name}`;
}
