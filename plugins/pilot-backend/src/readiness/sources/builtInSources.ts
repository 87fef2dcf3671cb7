import { parseEntityRef } from '@backstage/catalog-model';
import { linkIn, PagePaths } from '../../kernel/config/pagePaths';
import {
  documentedBy,
  DocumentSite,
  SiteDocument,
  Sites,
} from '../facts/documents';
import { trackedSurroundings } from '../facts/trackedSurroundings';
import { Answer, Answerer } from './Answers';
import { catalogAnswers } from './catalog';
import { FactSource, FactSubject, SourceReply } from './FactSource';
import { pilotAnswers } from './pilot';
import { predicateAnswer } from './predicate';
import { techDocsAnswers } from './techdocs';

/** Sites that are read at once. */
const atOnce = 8;

/** Source of published documentation. */
export interface SiteReader {
  site(ref: string, signal?: AbortSignal): Promise<DocumentSite | undefined>;
}

/** True where one of our own sources knows how to answer a check. */
export function isBuiltIn(source: string, check: string): boolean {
  const noSites: Sites = new Map();
  const known: Readonly<Record<string, object>> = {
    catalog: catalogAnswers,
    pilot: pilotAnswers(new Date(0)),
    techdocs: techDocsAnswers(noSites, () => undefined),
  };
  return source === 'predicate' || Object.hasOwn(known[source] ?? {}, check);
}

/**
 * The sources that need nobody else.
 *
 * @param appBaseUrl - where the portal is, for links to its pages
 * @param pagePaths - where it has them
 */
export function builtInSources(options: {
  readonly sites: SiteReader;
  readonly appBaseUrl?: string;
  readonly pagePaths: PagePaths;
}): FactSource[] {
  return [
    {
      id: 'catalog',
      collect: async subjects =>
        answered(subjects, check => catalogAnswers[check]),
    },
    {
      id: 'pilot',
      collect: async (subjects, { now }) => {
        const answerers = pilotAnswers(now);
        return answered(subjects, check => answerers[check]);
      },
    },
    {
      id: 'predicate',
      collect: async subjects => answered(subjects, () => predicateAnswer),
    },
    techDocsSource(options),
  ];
}

function techDocsSource(options: {
  readonly sites: SiteReader;
  readonly appBaseUrl?: string;
  readonly pagePaths: PagePaths;
}): FactSource {
  const pageOf = (ref: string, { location }: SiteDocument) => {
    const { kind, namespace, name } = parseEntityRef(ref);
    if (!options.appBaseUrl) {
      return undefined;
    }
    const portal = options.appBaseUrl.replace(/\/$/, '');
    const site = linkIn(
      options.pagePaths,
      `/docs/${namespace}/${kind}/${name}`,
    );
    return `${portal}${site}/${encodeURI(location).replace(/^\/+/, '')}`;
  };
  return {
    id: 'techdocs',
    async collect(subjects, { onSilent, signal }) {
      const wanted = new Set(
        subjects.flatMap(({ surroundings }) => documentedBy(surroundings)),
      );
      const { sites, failed } = await readSites(
        options.sites,
        [...wanted],
        signal,
      );
      const unread = ({ surroundings }: FactSubject) =>
        documentedBy(surroundings).find(ref => failed.has(ref));
      const silent = subjects.filter(unread);
      for (const subject of silent) {
        onSilent?.(subject.surroundings.ref, failed.get(unread(subject)!));
      }
      const answerers = techDocsAnswers(sites, pageOf);
      return answered(subjects, check => answerers[check]);
    },
  };
}

/**
 * Reads sites, some at a time; one that fails leaves the others. Once the time is
 * over, what is not read yet has failed, and what is read stays.
 */
async function readSites(
  reader: SiteReader,
  refs: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ sites: Sites; failed: ReadonlyMap<string, unknown> }> {
  const sites = new Map<string, DocumentSite | undefined>();
  const failed = new Map<string, unknown>();
  for (let i = 0; i < refs.length; i += atOnce) {
    await Promise.all(
      refs.slice(i, i + atOnce).map(async ref => {
        try {
          signal?.throwIfAborted();
          sites.set(ref, await reader.site(ref, signal));
        } catch (error) {
          failed.set(ref, error);
        }
      }),
    );
  }
  return { sites, failed };
}

function answered(
  subjects: readonly FactSubject[],
  answererOf: (
    check: string,
  ) =>
    | ((...args: Parameters<Answerer>) => Answer | null | undefined)
    | undefined,
): Map<string, SourceReply> {
  return new Map(
    subjects.map(({ surroundings, checks }) => [
      surroundings.ref,
      new Map(
        checks.flatMap(check => {
          const { subject, madeFrom } = trackedSurroundings(surroundings);
          const answer = answererOf(check.id)?.(subject, check);
          return answer === undefined
            ? []
            : [[check.id, answer && { ...answer, ...madeFrom() }] as const];
        }),
      ),
    ]),
  );
}
