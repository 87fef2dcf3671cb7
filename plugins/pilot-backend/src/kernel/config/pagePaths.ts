import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Paths of pages that messages and answers link to, below `app.baseUrl`. */
export interface PagePaths {
  /** The Pilots page. */
  readonly pilots: string;
  /** The page of an entity, with `:namespace`, `:kind` and `:name`. */
  readonly entity: string;
  /** The documents of an entity, with `:namespace`, `:kind` and `:name`. */
  readonly docs: string;
  /** The software templates. */
  readonly create: string;
}

/** As links are written, and as portals have it where nobody says otherwise. */
export const usualPaths: PagePaths = {
  pilots: '/pilots',
  entity: '/catalog/:namespace/:kind/:name',
  docs: '/docs/:namespace/:kind/:name',
  create: '/create',
};

const names = Object.keys(usualPaths) as Array<keyof PagePaths>;
const key = 'pilot.notifications.paths';

/** The page extensions of the new frontend system whose paths these are. */
const extensions: Readonly<Record<keyof PagePaths, string>> = {
  pilots: 'page:pilot',
  entity: 'page:catalog/entity',
  docs: 'page:techdocs/reader',
  create: 'page:scaffolder',
};

const path = z
  .string()
  .regex(/^\/[^?#]*$/, 'must be a path that begins with /');
const ofEntity = path.refine(
  value =>
    ['namespace', 'kind', 'name'].every(part =>
      value.split('/').includes(`:${part}`),
    ),
  'must have :namespace, :kind and :name',
);
const pathsSchema = z.strictObject({
  pilots: path.optional(),
  entity: ofEntity.optional(),
  docs: ofEntity.optional(),
  create: path.optional(),
});

/**
 * The paths as `pilot.notifications.paths` says, else as `app.extensions` moves
 * the pages, else as usual.
 *
 * @throws InputError that names the key and what it must be
 */
export function readPagePaths(root: Config): PagePaths {
  const { data, error } = pathsSchema.safeParse(root.getOptional(key) ?? {});
  if (error) {
    const [{ path: at, message }] = error.issues;
    throw new InputError(`${[key, ...at].join('.')}: ${message}`);
  }
  const moved = movedPages(root.getOptional('app.extensions'));
  const paths = names.map(name => [
    name,
    withoutSlash(data[name] ?? moved.get(extensions[name]) ?? usualPaths[name]),
  ]);
  return Object.fromEntries(paths);
}

const movedSchema = z.object({ config: z.object({ path }) });

/** `- page:pilot: { config: { path: /ideas } }`; what is written otherwise is the app's matter. */
function movedPages(value: unknown): ReadonlyMap<string, string> {
  const entries = (Array.isArray(value) ? value : []).flatMap(each =>
    typeof each === 'object' && each !== null ? Object.entries(each) : [],
  );
  return new Map(
    entries.flatMap(([id, settings]) => {
      const { success, data } = movedSchema.safeParse(settings);
      return success ? [[id, data.config.path] as const] : [];
    }),
  );
}

function withoutSlash(value: string): string {
  return value.length > 1 ? value.replace(/\/+$/, '') : value;
}

/**
 * The link to a page, in a portal whose pages are elsewhere.
 *
 * @param link - as portals have it where nobody says otherwise
 */
export function linkIn(paths: PagePaths, link: string): string {
  const [, root, ...rest] = link.split('/');
  switch (root) {
    case 'pilots':
      return below(paths.pilots, rest);
    case 'create':
      return below(paths.create, rest);
    case 'docs':
      return ofEntityIn(paths.docs, rest);
    default:
      return ofEntityIn(paths.entity, rest);
  }
}

function below(page: string, rest: readonly string[]): string {
  const link = [page === '/' ? '' : page, ...rest].join('/');
  return link || '/';
}

function ofEntityIn(
  page: string,
  [namespace, kind, name, ...rest]: readonly string[],
): string {
  const parts: Readonly<Record<string, string>> = { namespace, kind, name };
  const filled = page
    .split('/')
    .map(each => (each.startsWith(':') ? parts[each.slice(1)] ?? each : each))
    .join('/');
  return [filled, ...rest].join('/');
}
