import type { ReactElement } from 'react';
import type { ExternalRouteRef } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp as renderInNewApp,
} from '@backstage/frontend-test-utils';
import {
  identityApiRef,
  storageApiRef,
  type StorageApi,
} from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  renderInTestApp as renderInOldApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { Entity } from '@backstage/catalog-model';
import { pilotApiRef } from '../api/pilotApiRef';
import { pilotCacheApiRef } from '../api/pilotCacheApiRef';
import { PilotCache } from '../cache/PilotCache';
import { rootRouteRef } from '../routes';
import { FakePilotApi } from './FakePilotApi';
import { FakeSignals } from './FakeSignals';
import { entities, payments, reader } from './world';

/** Start of a story; each part has a default. */
export interface Given {
  pilotApi?: FakePilotApi;
  /** Refs of the reader's teams. */
  teams?: string[];
  /** Delays the teams until it resolves; a rejection fails them. */
  teamsHeldBack?: Promise<void>;
  storage?: StorageApi;
  /** The ref of who looks, Dana if it is not said. */
  person?: string;
  /** The entity of the page, for what needs one. */
  entity?: Entity;
  /** Pages of the portal that the plugin leads to, by path. */
  routes?: Record<string, ExternalRouteRef<any, any>>;
}

/** A portal with a reader in it. */
export interface Portal {
  pilotApi: FakePilotApi;
  cache: PilotCache;
  storage: StorageApi;
  toasts: jest.Mock;
  signals: FakeSignals;
}

function worldOf(given: Given) {
  const pilotApi = given.pilotApi ?? new FakePilotApi();
  const catalogApi = catalogApiMock({ entities });
  const getTeams = catalogApi.getEntitiesByRefs;
  catalogApi.getEntitiesByRefs = async request => {
    if (request.entityRefs.some(ref => ref.startsWith('group:'))) {
      await given.teamsHeldBack;
    }
    return getTeams.call(catalogApi, request);
  };
  const storage = given.storage ?? mockApis.storage();
  const identityApi = mockApis.identity({
    userEntityRef: given.person ?? reader,
    ownershipEntityRefs: [
      given.person ?? reader,
      ...(given.teams ?? [payments]),
    ],
  });
  const deps = { pilotApi, catalogApi, identityApi, storageApi: storage };
  const cache = new PilotCache(deps);
  const toasts = jest.fn(() => ({ close() {} }));
  const signals = new FakeSignals();
  const apis = [
    [pilotApiRef, pilotApi],
    [pilotCacheApiRef, cache],
    [catalogApiRef, catalogApi],
    [identityApiRef, identityApi],
    [storageApiRef, storage],
    [toastApiRef, { post: toasts }],
    [signalApiRef, signals],
  ] as const;
  return { portal: { pilotApi, cache, storage, toasts, signals }, apis };
}

const onPageOf = (entity: Entity | undefined, element: ReactElement) =>
  entity ? <EntityProvider entity={entity}>{element}</EntityProvider> : element;

const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
  '/pilots': rootRouteRef,
};

/** Shows an element in a portal of the new frontend system. */
export async function show(
  element: ReactElement,
  given: Given = {},
): Promise<Portal> {
  const { portal, apis } = worldOf(given);
  renderInNewApp(onPageOf(given.entity, element), {
    apis: [...apis] as never,
    mountedRoutes: { ...mountedRoutes, ...given.routes } as never,
  });
  return portal;
}

/** The same in the old one, where the same components run. */
export async function showInOldSystem(
  element: ReactElement,
  given: Given = {},
): Promise<Portal> {
  const { portal, apis } = worldOf(given);
  await renderInOldApp(
    <TestApiProvider apis={[...apis] as never}>
      {onPageOf(given.entity, element)}
    </TestApiProvider>,
    { mountedRoutes: { ...mountedRoutes, ...given.routes } },
  );
  return portal;
}
