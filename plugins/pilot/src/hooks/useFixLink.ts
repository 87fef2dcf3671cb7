import { useMemo } from 'react';
import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_VIEW_URL,
  type Entity,
} from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { templatesRouteRef } from '../routes';
import { usePilotCache } from './usePilotCache';
import { useResource } from './useResource';

/** Where something is put right. */
export interface FixLink {
  /** What the link leads to; `other` for an address of an operator. */
  readonly place: 'entity' | 'edit' | 'docs' | 'create' | 'other';
  readonly href: string;
  readonly isElsewhere: boolean;
}

/**
 * Finds what the link of a fix stands for: a page of the entity, of the portal,
 * or an address. None where the portal has no such page, and for an address
 * that would run code.
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
    return link => {
      switch (link) {
        case null:
          return undefined;
        case 'entity':
          return { place: link, href: page, isElsewhere: false };
        case 'docs':
          return { place: link, href: `${page}/docs`, isElsewhere: false };
        case 'create':
          return templates && inPortal(link, templates());
        case 'edit':
          return known && elsewhere(link, descriptionOf(known));
        default:
          return link.startsWith('/') && !link.startsWith('//')
            ? inPortal('other', link)
            : elsewhere('other', link);
      }
    };
  }, [entityLink, target, templates, known]);
}

function inPortal(place: FixLink['place'], href: string): FixLink {
  return { place, href, isElsewhere: false };
}

function elsewhere(
  place: FixLink['place'],
  href: string | undefined,
): FixLink | undefined {
  return href && isWebAddress(href)
    ? { place, href, isElsewhere: true }
    : undefined;
}

/** The file that describes an entity, to be edited or at least read. */
function descriptionOf({ metadata }: Entity): string | undefined {
  const { annotations } = metadata;
  return (
    annotations?.[ANNOTATION_EDIT_URL] ?? annotations?.[ANNOTATION_VIEW_URL]
  );
}

/** Whether an address opens a page, instead of running code. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
