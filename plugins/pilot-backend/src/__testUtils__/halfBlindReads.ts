import { recommendations } from '@pilot-to-platform/plugin-pilot-common';
import { openapiDocument } from '../app/document';
import { HalfBlindWorld } from './halfBlindWorlds';

/** The pages of a world are asked for in one of so many others. */
const pageTurns = 12;
/** The queries of lists are asked in one of so many portals. */
const listTurns = 8;

/** Every path that can be read, of the document, so that none is forgotten. */
const paths = Object.entries<object>(openapiDocument.paths)
  .filter(([, methods]) => 'get' in methods)
  .map(([path]) => path);

const orders = (of: readonly string[]) =>
  of.flatMap(each => [`orderBy=${each}`, `orderBy=-${each}`]);
const divisions = 'division=group:division-0,group:division-1';
/** Queries of the lists, which are also read without any. */
const queries: Readonly<Record<string, readonly string[]>> = {
  '/interests': [
    'author=me',
    'limit=90&total=true',
    'team=group:payments',
    'owner=group:payments&total=true',
    'status=adopted,declined',
    'internal=false&total=true',
    'internal=true&total=true',
  ],
  '/demand': [
    'limit=90&total=true',
    'asOf=2026-11-10&limit=70&total=true',
    'team=group:secret-1&total=true',
    'team=group:ads&asOf=2026-11-10',
    'q=share&total=true',
    'minScore=10&total=true&weeks=true',
    `${divisions}&total=true`,
    `${divisions}&asOf=2026-11-10&total=true`,
    ...orders(['score', 'name', 'teams', 'asks', 'growth', 'newestAsk']),
  ],
  '/pilots': [
    'limit=90&total=true',
    'expiring=false',
    'expiring=true',
    'proposed=true',
    'asOf=2026-11-10',
    `${divisions}&total=true`,
    ...recommendations.map(code => `recommended=${code}&total=true`),
    'orderBy=readiness&limit=60',
    'orderBy=-readiness',
  ],
  '/fragmentation': ['dismissed=true'],
  '/similar': [
    'title=share+lake&limit=10',
    'text=stream+index',
    'capability=x',
  ],
};
/** Queries about one of the refs of a world. */
const queriesOf: Readonly<Record<string, (ref: string) => string>> = {
  '/similar': ref => `target=${ref}&limit=10`,
  '/fragmentation': ref => `target=${ref}`,
  '/interests': ref => `target=${ref}&total=true`,
};

/** The lists of a portal: all whole, and narrowed and sorted in turns. */
export function listReads(turn: number): string[] {
  return paths
    .filter(path => !path.includes('{'))
    .flatMap((path, at) => [
      path,
      ...(queries[path] ?? [])
        .filter((_, index) => (index + at) % listTurns === turn % listTurns)
        .map(query => `${path}?${query}`),
    ]);
}

/** Of each world some of its pages, so that every page is asked of every kind of ref. */
export function pageReads(worlds: readonly HalfBlindWorld[]): string[] {
  const pages = paths.filter(path => path.includes('{') || queriesOf[path]);
  return worlds.flatMap(({ refs }, index) =>
    pages
      .filter((_, at) => at % pageTurns === index % pageTurns)
      .map((path, turn) => {
        const fitting = refs.filter(
          ref => !path.startsWith('/pilots/') || ref.startsWith('pilot:'),
        );
        const at = Math.floor(index / pageTurns) + turn;
        return urlOf(path, fitting[at % fitting.length]);
      }),
  );
}

/** A path of the document, asked of an entity. */
export function urlOf(path: string, ref: string): string {
  const [kind, namespace, name] = ref.split(/[:/]/);
  return path.includes('{')
    ? path
        .replace('{kind}', kind)
        .replace('{namespace}', namespace)
        .replace('{name}', name)
    : `${path}?${queriesOf[path](ref)}`;
}
