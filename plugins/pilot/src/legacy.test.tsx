import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePilotApi } from './__testUtils__/FakePilotApi';
import { showInOldSystem } from './__testUtils__/portals';
import { fullReadiness } from './__testUtils__/readinessWorld';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import {
  dataSharing,
  entities,
  pilotEntity,
  similar,
} from './__testUtils__/world';
import {
  EntityDemandCard,
  EntityDemandContent,
  EntityReadinessContent,
  EntityPilotCard,
  EntityTeamNeedsCard,
  HomePilots,
  NeedButton,
  pilotPlugin,
  PilotSearchResultListItem,
  PilotSimilarFieldExtension,
} from './legacy';

describe('pilotPlugin of the old frontend system', () => {
  it('brings the APIs that its components use', () => {
    const ids = [...pilotPlugin.getApis()].map(({ api }) => api.id);
    expect(ids).toEqual(['plugin.pilot.service', 'plugin.pilot.cache']);
  });

  it('has the card', async () => {
    await showInOldSystem(<EntityDemandCard />, { entity: pilotEntity });
    expect(
      await screen.findByRole('region', { name: 'Demand' }),
    ).toBeInTheDocument();
  });

  it('has the card of a Pilot', async () => {
    await showInOldSystem(<EntityPilotCard />, { entity: pilotEntity });
    expect(
      await screen.findByRole('region', { name: 'Pilot' }),
    ).toBeInTheDocument();
  });

  it('has the content of the Demand tab', async () => {
    await showInOldSystem(<EntityDemandContent />, { entity: pilotEntity });
    expect(
      await screen.findByRole('region', { name: 'Score' }),
    ).toBeInTheDocument();
  });

  it('has the content of the Readiness tab', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.readiness = fullReadiness();
    await showInOldSystem(<EntityReadinessContent />, {
      entity: pilotEntity,
      pilotApi,
    });
    expect(
      await screen.findByRole('region', { name: 'Dimensions' }),
    ).toBeInTheDocument();
  });

  it('has the button', async () => {
    await showInOldSystem(<NeedButton entityRef={dataSharing} />);
    expect(
      await screen.findByRole('button', { name: 'I need this' }),
    ).toBeInTheDocument();
  });

  it('records what is needed', async () => {
    const { pilotApi } = await showInOldSystem(
      <NeedButton entityRef={dataSharing} />,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'I need this' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Record' }),
    );
    expect(
      await screen.findByText('Recorded for Payments, important.'),
    ).toBeInTheDocument();
    expect(pilotApi.recordInterest).toHaveBeenCalledTimes(1);
  });

  it('has the card for the page of a Group', async () => {
    const group = entities.find(({ kind }) => kind === 'Group');
    await showInOldSystem(<EntityTeamNeedsCard />, { entity: group });
    expect(
      await screen.findByRole('tab', { name: 'Asked for (0)' }),
    ).toBeInTheDocument();
  });

  it('has the widget for the home page', async () => {
    await showInOldSystem(<HomePilots />);
    expect(
      await screen.findByRole('region', { name: 'Most wanted' }),
    ).toBeInTheDocument();
  });

  it('has the search result, for Pilots only', async () => {
    const found = (kind: string, name: string) => ({
      type: 'software-catalog',
      document: {
        kind,
        namespace: 'default',
        title: name,
        text: `About ${name}`,
        location: `/catalog/default/${kind}/${name}`,
      },
    });
    const results = [found('Pilot', 'data-sharing'), found('API', 'other')];
    const { pilotApi } = await showInOldSystem(
      <SearchResultListItemExtensions results={results}>
        <PilotSearchResultListItem />
      </SearchResultListItemExtensions>,
    );
    expect(
      await screen.findByText(
        'Pilot · phase demand · Strong demand · partner-tech',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('About other')).toBeInTheDocument();
    expect(pilotApi.getDemandByRefs).toHaveBeenCalledWith({
      targets: [dataSharing],
    });
  });

  it('has the field of templates', async () => {
    /** The scaffolder's way to the fields that an app adds. */
    function Fields() {
      const fields = useCustomFieldExtensions(
        <ScaffolderFieldExtensions>
          <PilotSimilarFieldExtension />
        </ScaffolderFieldExtensions>,
      );
      return fields.map(({ name, component: Field }) => (
        <section key={name} aria-label={name}>
          <Field
            {...({
              formContext: { formData: { title: 'Recipients' } },
              uiSchema: {},
            } as any)}
          />
        </section>
      ));
    }
    await showInOldSystem(<Fields />, {
      pilotApi: new FakePilotApi({ similar }),
    });
    expect(
      screen.getByRole('region', { name: 'PilotSimilar' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('region', { name: 'Looks alike' }),
    ).toBeInTheDocument();
  });
});
