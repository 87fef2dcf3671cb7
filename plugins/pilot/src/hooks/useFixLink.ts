import { useMemo } from 'react';
import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_VIEW_URL,
  parseEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { isWebAddress } from '../format/isWebAddress';
import { templatesRouteRef } from '../routes';
import { usePilotCache } from './usePilotCache';
import { useResource } from './useResource';

/** Link to where something is put right. */
export interface FixLink {
  /** Target of the link; `other` for an address of an operator. */
  readonly place: 'entity' | 'edit' | 'docs' | 'create' | 'other';
  readonly href: string;
  readonly isElsewhere: boolean;
}

/**
 * Finds what the link of a fix leads to. The API writes pages of the portal as
 * they are by default or as configuration has them, and this app may have them
 * elsewhere. None for an address that would run code.
 */
export function useFixLink(
  target: string,
): (link: string | null) => FixLink | undefined {
  const entity = useResource(usePilotCache().target(target));
  const entityLink = useEntityRefLink();
  const templates = useRouteRef(templatesRouteRef);
  const known = entity.state === 'ready' ? entity.value : undefined;
  return useMemo(() => {
    const page = entityLink(target);
    const { kind, namespace, name } = parseEntityRef(target);
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    const inPortal = (place: FixLink['place'], href: string) => ({
      ...{ place, href, isElsewhere: false },
    });
    return link => {
      switch (link) {
        case null:
          return undefined;
        case page:
        case `/catalog/${path}`:
          return inPortal('entity', page);
        case `/docs/${path}`:
          return inPortal('docs', `${page}/docs`);
        case templates?.():
        case '/create':
          return inPortal('create', templates?.() ?? link);
        default:
          if (/^\/(?!\/)/.test(link)) return inPortal('other', link);
          return isWebAddress(link)
            ? {
                place: isDescription(link, known) ? 'edit' : 'other',
                href: link,
                isElsewhere: true,
              }
            : undefined;
      }
    };
  }, [entityLink, target, templates, known]);
}

/** Links to where an entity's description is edited, if its catalog knows. */
export function useEditLink(target: string): string | undefined {
  const entity = useResource(usePilotCache().target(target));
  if (entity.state !== 'ready') return undefined;
  return descriptionsOf(entity.value).find(isWebAddress);
}

/** The file that describes an entity, to be edited or at least read. */
function descriptionsOf({ metadata }: Entity): string[] {
  const { annotations } = metadata;
  return [ANNOTATION_EDIT_URL, ANNOTATION_VIEW_URL].flatMap(
    name => annotations?.[name] ?? [],
  );
}

function isDescription(link: string, entity: Entity | undefined): boolean {
  return (
    entity !== undefined &&
    descriptionsOf(entity).some(url => sameAddress(url, link))
  );
}

/** The API writes addresses out in full. */
function sameAddress(a: string, b: string): boolean {
  return a === b || encodeURI(a) === b || `${a}/` === b;
}
