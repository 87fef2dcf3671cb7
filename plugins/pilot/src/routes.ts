import { createExternalRouteRef } from '@backstage/core-plugin-api';

// Of the older package, because a ref of the newer one means nothing to the
// old frontend system, and this one works in both.
/** The index of the catalog, where people find their team. */
export const catalogIndexRouteRef = createExternalRouteRef({
  id: 'catalog-index',
  optional: true,
  defaultTarget: 'catalog.catalogIndex',
});
