import { Entity } from '@backstage/catalog-model';
import { annotationsOf, recordOf, refOf, textOf } from './entityFields';
import { Surroundings } from './Surroundings';

/** A published documentation site. */
export interface DocumentSite {
  /** Ref of the entity that it is published for. */
  readonly ref: string;
  readonly documents: readonly SiteDocument[];
}

/** A page, or a heading of one. */
export interface SiteDocument {
  readonly title: string;
  /** Below the site's root. */
  readonly location: string;
}

/** The published sites, by the ref that they are published for. */
export type Sites = ReadonlyMap<string, DocumentSite | undefined>;

/** The refs whose documentation is that of an entity, of its parts or its system. */
export function documentedBy(subject: DocumentedEntity): string[] {
  return [...new Set(sitesOf(subject))];
}

/** The same one after the other: parts are looked at only where that is needed. */
export function* sitesOf(subject: DocumentedEntity): Generator<string> {
  const own = siteOf(subject.entity, subject.ref);
  if (own) {
    yield own;
  }
  for (const part of subject.parts) {
    const site = siteOf(part);
    if (site) {
      yield site;
    }
  }
  const { system } = subject;
  const above = system && siteOf(system);
  if (above) {
    yield above;
  }
}

type DocumentedEntity = Pick<
  Surroundings,
  'ref' | 'entity' | 'parts' | 'system'
>;

/** Returns the ref of the site that an entity names as its documentation. */
function siteOf(entity: Entity, ref?: string): string | undefined {
  const annotations = annotationsOf(entity);
  const elsewhere = annotations.get('backstage.io/techdocs-entity');
  const { namespace, name } = recordOf(entity.metadata);
  const own =
    ref ??
    refOf(
      `${textOf(entity.kind)}:${textOf(namespace) ?? 'default'}/${textOf(
        name,
      )}`,
    );
  if (elsewhere) {
    return refOf(elsewhere, {
      defaultKind: textOf(entity.kind),
      defaultNamespace: textOf(namespace) ?? 'default',
    });
  }
  return annotations.has('backstage.io/techdocs-ref') ? own : undefined;
}
