import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { annotationsOf, urlOf } from './facts/entityFields';
import { linkIn, PagePaths } from '../kernel/config/pagePaths';

/**
 * Links to the page where a check is fixed: `entity`, `edit`, `docs` and
 * `create` stand for pages of the entity and of the portal, wherever they are;
 * everything else is the operator's own link.
 */
export function fixLink(
  link: string | undefined,
  entity: Entity,
  ref: string,
  paths: PagePaths,
): string | null {
  const { kind, namespace, name } = parseEntityRef(ref);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  const page = linkIn(paths, `/catalog/${path}`);
  const annotations = annotationsOf(entity);
  const source =
    urlOf(annotations.get('backstage.io/edit-url')) ??
    urlOf(annotations.get('backstage.io/view-url'));
  switch (link) {
    case undefined:
      return null;
    case 'edit':
      return source?.href ?? page;
    case 'docs':
      return annotations.has('backstage.io/techdocs-ref')
        ? linkIn(paths, `/docs/${path}`)
        : source?.href ?? page;
    case 'create':
      return linkIn(paths, '/create');
    case 'entity':
      return page;
    default:
      return link;
  }
}
