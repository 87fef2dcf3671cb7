import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createFrontendModule,
  storageApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import homePlugin from '@backstage/plugin-home/alpha';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import { MockSearchApi, searchApiRef } from '@backstage/plugin-search-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { FakePilotApi } from './__testUtils__/FakePilotApi';
import { fullReadiness } from './__testUtils__/readinessWorld';
import { entities, payments } from './__testUtils__/world';
import { pilotApiRef } from './api/pilotApiRef';
import pilotPlugin from './index';

// A whole portal loads its parts one after the other.
const patient = { timeout: 20_000 };

/** One widget as it is: jsdom has no room for the grid of a home page. */
const plainHome = createFrontendModule({
  pluginId: 'home',
  extensions: [
    HomePageLayoutBlueprint.make({
      params: {
        loader: async () => props =>
          (
            <>
              {
                props.widgets.find(({ name }) => name === 'PilotHome')
                  ?.component
              }
            </>
          ),
      },
    }),
  ],
});

const config = {
  backend: { baseUrl: 'http://localhost:7007' },
  app: {
    baseUrl: 'http://localhost:3000',
    // The catalog's own item takes whatever comes from the catalog.
    extensions: ['search-result-list-item:pilot'],
  },
};

const found = (kind: string, name: string) => ({
  type: 'software-catalog',
  document: {
    kind,
    namespace: 'default',
    title: name,
    text: `About ${name}`,
    location: `/catalog/default/${kind.toLocaleLowerCase('en-US')}/${name}`,
  },
});

/** A portal with this plugin and its neighbours, opened at an address. */
function openPortal(
  path: string,
  given: { teams?: string[]; extensions?: string[] } = {},
) {
  const pilotApi = new FakePilotApi();
  pilotApi.readiness = fullReadiness();
  renderTestApp({
    features: [catalogPlugin, homePlugin, plainHome, searchPlugin, pilotPlugin],
    config: {
      ...config,
      app: {
        ...config.app,
        extensions: [...config.app.extensions, ...(given.extensions ?? [])],
      },
    },
    initialRouteEntries: [path],
    apis: [
      [pilotApiRef, pilotApi],
      [catalogApiRef, catalogApiMock({ entities })],
      [storageApiRef, mockApis.storage()],
      [
        searchApiRef,
        new MockSearchApi({
          results: [
            found('Pilot', 'data-sharing'),
            found('API', 'recipient-api'),
          ],
        }),
      ],
      mockApis.identity({
        userEntityRef: 'user:default/dana',
        ownershipEntityRefs: given.teams ?? [payments],
      }),
    ] as never,
  });
  return { pilotApi };
}

const menuButton = () =>
  screen.findByRole('button', { name: 'More actions' }, patient);

describe('pilotPlugin', () => {
  it.each(['needs', 'portfolio/nothing', 'my-needs/a/b'])(
    'finds nothing at /pilots/%s, and leads on',
    async path => {
      openPortal(`/pilots/${path}`);
      expect(
        await screen.findByText(/page not found/i, {}, patient),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('tab', { name: 'Portfolio' }),
      ).toBeInTheDocument();
    },
  );

  it('puts the demand on the overview, and its button beside it', async () => {
    openPortal('/catalog/default/pilot/data-sharing');
    const region = await screen.findByRole(
      'region',
      { name: 'Demand' },
      patient,
    );
    expect(
      await within(region).findByRole('button', { name: 'I need this' }),
    ).toBeInTheDocument();
  });

  it('says on the overview where a Pilot stands', async () => {
    openPortal('/catalog/default/pilot/data-sharing');
    expect(
      await screen.findByRole('region', { name: 'Pilot' }, patient),
    ).toBeInTheDocument();
  });

  it('has the button once: none in the context menu', async () => {
    openPortal('/catalog/default/pilot/data-sharing');
    await screen.findByRole('region', { name: 'Demand' }, patient);
    await userEvent.click(await menuButton());
    await screen.findAllByRole('menuitem');
    expect(
      screen.queryByRole('menuitem', { name: 'I need this' }),
    ).not.toBeInTheDocument();
  });

  it('records from the context menu where that is on, and the card counts it', async () => {
    const { pilotApi } = openPortal('/catalog/default/pilot/data-sharing', {
      extensions: ['entity-context-menu-item:pilot/need'],
    });
    await screen.findByRole('region', { name: 'Demand' }, patient);
    await userEvent.click(await menuButton());
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'I need this' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Record' }, patient),
    );
    await screen.findByText('Recorded for Payments, important.');
    expect(pilotApi.interests).toHaveLength(1);

    await userEvent.keyboard('{Escape}');
    await waitFor(async () => expect(await menuButton()).toHaveFocus());
    expect(
      screen.getByText(/1 team, 1 interest, 0 adopters/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'You asked for this, Open' }),
    ).toBeInTheDocument();
  });

  it('shows the way to the teams in the catalog to whom is in none', async () => {
    openPortal('/catalog/default/pilot/data-sharing', { teams: [] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'I need this' }, patient),
    );
    expect(
      await screen.findByRole('link', { name: 'Find your team' }),
    ).toHaveAttribute('href', '/catalog?filters%5Bkind%5D=group');
  });

  it.each(['pilot/data-sharing', 'api/recipient-api'])(
    'gives %s a Demand tab',
    async entity => {
      openPortal(`/catalog/default/${entity}/demand`);
      expect(
        await screen.findByRole('region', { name: 'Score' }, patient),
      ).toBeInTheDocument();
    },
  );

  it.each(['pilot/data-sharing', 'api/recipient-api'])(
    'gives %s a Readiness tab',
    async entity => {
      openPortal(`/catalog/default/${entity}/readiness`);
      expect(
        await screen.findByRole('region', { name: 'Dimensions' }, patient),
      ).toBeInTheDocument();
    },
  );

  it('adds nothing to the page of a Group', async () => {
    const { pilotApi } = openPortal('/catalog/default/group/payments', {
      extensions: ['entity-context-menu-item:pilot/need'],
    });
    await userEvent.click(await menuButton());
    await screen.findAllByRole('menuitem');
    expect(
      screen.queryByRole('menuitem', { name: 'I need this' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByText('Demand')).not.toBeInTheDocument();
    expect(pilotApi.getDemand).not.toHaveBeenCalled();
  });

  it('puts what a team asked for on the page of its Group', async () => {
    openPortal('/catalog/default/group/payments');
    expect(
      await screen.findByRole('tab', { name: 'Asked for (0)' }, patient),
    ).toBeInTheDocument();
  });

  it('has a widget for the home page', async () => {
    openPortal('/home');
    const wanted = await screen.findByRole(
      'region',
      { name: 'Most wanted' },
      patient,
    );
    expect(
      within(wanted).getByRole('link', { name: 'Partner data sharing' }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing/demand');
  });

  it('shows phase and demand of a Pilot among search results', async () => {
    const { pilotApi } = openPortal('/search?query=data');
    expect(
      await screen.findByText(
        'Pilot · phase demand · Strong demand · Partner Tech',
        {},
        patient,
      ),
    ).toBeInTheDocument();
    expect(await screen.findByText('About recipient-api')).toBeInTheDocument();
    expect(pilotApi.getDemandByRefs.mock.calls).toEqual([
      [{ targets: ['pilot:default/data-sharing'] }],
    ]);
  });

  it('has a page with a tab for each of its parts, the portfolio first', async () => {
    openPortal('/pilots');
    await screen.findByRole('link', { name: 'Partner data sharing' }, patient);
    const tabs = screen.getAllByRole('tab');
    expect(tabs.map(tab => tab.textContent)).toEqual([
      'Portfolio',
      'Map',
      'Fragmentation',
      'My needs',
    ]);
    await userEvent.click(tabs[3]);
    expect(
      await screen.findByText(
        /You have not asked for anything yet/,
        {},
        patient,
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Fragmentation' }));
    expect(
      await screen.findByText(/No two teams seem to build/, {}, patient),
    ).toBeInTheDocument();
  });
});
