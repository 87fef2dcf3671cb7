import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSamples } from '../../examples/readSamples.mjs';
import { buildSite } from './documents/buildSite.mjs';

const annotation = 'backstage.io/techdocs-ref';

/**
 * Makes the documentation of the sample entities ready to read, where the TechDocs backend looks for it:
 * a folder for each namespace, kind and name. It takes no time and neither Python nor a network.
 *
 * @returns {Promise<string[]>} the folders of the sites
 */
export async function publishDocuments({ folder, samples = readSamples() }) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const sites = samples.flatMap(({ file, entity }) => {
    const { annotations = {}, namespace = 'default', name } = entity.metadata;
    const [scheme, path] = annotations[annotation]?.split(':') ?? [];
    // What the suite says of itself is built from the repository, not here.
    if (scheme !== 'dir' || file.startsWith('..')) return [];
    const triplet = [namespace, entity.kind, name].map(part =>
      part.toLowerCase(),
    );
    return [{ source: sourceOf(file, path), target: join(folder, ...triplet) }];
  });
  for (const site of sites) await buildSite(site);
  return sites.map(({ target }) => target);
}

/** The folder that an annotation names, which is relative to the entity's file. */
function sourceOf(file, path) {
  const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
  return join(examples, dirname(file), path);
}
