import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

// All of the older package, because a ref of the newer one means nothing to
// the old frontend system, and these work in both.

/** The page Pilots, with its sub-pages `portfolio`, `map`, `fragmentation`, `my-needs`. */
export const rootRouteRef = createRouteRef({ id: 'pilot' });

/** The index of the catalog, where people find their team. */
export const catalogIndexRouteRef = createExternalRouteRef({
  id: 'catalog-index',
  optional: true,
  defaultTarget: 'catalog.catalogIndex',
});

/** Page where new things are made from templates. */
export const templatesRouteRef = createExternalRouteRef({
  id: 'create',
  optional: true,
  defaultTarget: 'scaffolder.root',
});

/** The form of one template. */
export const templateRouteRef = createExternalRouteRef({
  id: 'template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** Page that explains what Pilots are; an adopter who has one binds it. */
export const guideRouteRef = createExternalRouteRef({
  id: 'guide',
  optional: true,
});
