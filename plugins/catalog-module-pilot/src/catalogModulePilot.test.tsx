import type { Entity } from '@backstage/catalog-model';
import {
  createFrontendModule,
  PluginHeaderActionBlueprint,
  storageApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import pilotPlugin, { pilotApiRef } from '@pilot-to-platform/plugin-pilot';
import { defaultDemandPolicy } from '@pilot-to-platform/plugin-pilot-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import catalogModulePilot from './index';

// A whole portal loads its parts one after the other.
jest.setTimeout(300_000);
const patient = { timeout: 20_000 };

const entity = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: {},
});

const entities = [
  entity('Component', 'orders'),
  entity('Domain', 'finance'),
  entity('Group', 'payments'),
];

const policy = {
  fingerprint: 'a1b2c3',
  since: '2026-01-01T00:00:00.000Z',
  demand: defaultDemandPolicy,
  interest: {
    allowedKinds: ['Pilot', 'Component', 'API', 'Resource', 'System'],
    confirmAfterDays: 120,
  },
};

/** Shows that the header of a page has its actions. */
const anotherAction = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    PluginHeaderActionBlueprint.make({
      name: 'another',
      params: { loader: async () => <p>Another action</p> },
    }),
  ],
});

function openPortal(path: string) {
  const pilotApi = {
    getPolicy: jest.fn(async () => policy),
    listInterests: jest.fn(async () => ({ items: [] })),
    getDemand: jest.fn(() => new Promise(() => {})),
    findSimilar: jest.fn(async () => ({ items: [] })),
  };
  const catalogApi = catalogApiMock({ entities });
  const getEntities = jest.spyOn(catalogApi, 'getEntitiesByRefs');
  renderTestApp({
    features: [catalogPlugin, pilotPlugin, catalogModulePilot, anotherAction],
    initialRouteEntries: [path],
    config: { app: { extensions: [{ 'entity-card:pilot/demand': false }] } },
    apis: [
      [pilotApiRef, pilotApi],
      [catalogApiRef, catalogApi],
      [storageApiRef, mockApis.storage()],
      mockApis.identity({
        userEntityRef: 'user:default/dana',
        ownershipEntityRefs: ['group:default/payments'],
      }),
    ] as never,
  });
  return { pilotApi, getEntities };
}

const needButton = { name: 'I need this' };

describe('catalogModulePilot', () => {
  it('puts the button into the header of an entity page', async () => {
    openPortal('/catalog/default/component/orders');
    const button = await screen.findByRole('button', needButton, patient);
    await userEvent.click(button);
    expect(
      await screen.findByRole('dialog', { name: 'I need orders' }, patient),
    ).toBeInTheDocument();
  });

  it('reads kinds in any case, as people type them', async () => {
    openPortal('/catalog/default/Component/orders');
    expect(
      await screen.findByRole('button', needButton, patient),
    ).toBeInTheDocument();
  });

  it('is absent on the index', async () => {
    const { pilotApi } = openPortal('/catalog');
    await screen.findByText('Another action', {}, patient);
    expect(screen.queryByRole('button', needButton)).not.toBeInTheDocument();
    expect(pilotApi.listInterests).not.toHaveBeenCalled();
  });

  it('is absent for a kind that takes no interest', async () => {
    const { pilotApi } = openPortal('/catalog/default/domain/finance');
    await screen.findByRole('heading', { name: 'finance' }, patient);
    await waitFor(() => expect(pilotApi.getPolicy).toHaveBeenCalled());
    expect(screen.queryByRole('button', needButton)).not.toBeInTheDocument();
  });

  it('is absent for an entity that the reader cannot see', async () => {
    const { getEntities, pilotApi } = openPortal(
      '/catalog/default/component/hidden',
    );
    await waitFor(() => expect(pilotApi.getPolicy).toHaveBeenCalled(), patient);
    await waitFor(() =>
      expect(getEntities).toHaveBeenCalledWith({
        entityRefs: ['component:default/hidden'],
      }),
    );
    await Promise.all(getEntities.mock.results.map(({ value }) => value));
    expect(screen.queryByRole('button', needButton)).not.toBeInTheDocument();
  });
});
