import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

/**
 * The sample entities, read the way the catalog does: `all.yaml` and whatever
 * it lists.
 *
 * @returns {{ file: string, entity: object }[]}
 */
export function readSamples() {
  const root = new URL('./all.yaml', import.meta.url);
  const [location] = readDocuments(root);
  return location.spec.targets.flatMap(target =>
    readDocuments(new URL(target, root)).map(entity => ({
      file: target,
      entity,
    })),
  );
}

function readDocuments(url) {
  return parseAllDocuments(readFileSync(url, 'utf8')).map(document => {
    if (document.errors.length > 0) {
      throw new Error(`${url.pathname}: ${document.errors[0].message}`);
    }
    return document.toJS();
  });
}

/** The full, lower-case ref of an entity, as the catalog writes it. */
export function refOf({ kind, metadata }) {
  const namespace = metadata.namespace ?? 'default';
  return `${kind}:${namespace}/${metadata.name}`.toLowerCase();
}
