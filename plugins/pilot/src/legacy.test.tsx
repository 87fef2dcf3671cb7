import { screen } from '@testing-library/react';
import { portals } from './__testUtils__/portals';
import { dataSharing, pilotEntity } from './__testUtils__/world';
import {
  EntityDemandCard,
  EntityDemandContent,
  NeedButton,
  pilotPlugin,
} from './legacy';

const { show } = portals.find(({ system }) => system.startsWith('old'))!;

describe('pilotPlugin of the old frontend system', () => {
  it('brings the APIs that its components use', () => {
    const ids = [...pilotPlugin.getApis()].map(({ api }) => api.id);
    expect(ids).toEqual(['plugin.pilot.service', 'plugin.pilot.cache']);
  });

  it('has the card', async () => {
    await show(<EntityDemandCard />, { entity: pilotEntity });
    expect(
      await screen.findByRole('region', { name: 'Demand' }),
    ).toBeInTheDocument();
  });

  it('has the content of the Demand tab', async () => {
    await show(<EntityDemandContent />, { entity: pilotEntity });
    expect(
      await screen.findByRole('region', { name: 'Score' }),
    ).toBeInTheDocument();
  });

  it('has the button', async () => {
    await show(<NeedButton entityRef={dataSharing} />);
    expect(
      await screen.findByRole('button', { name: 'I need this' }),
    ).toBeInTheDocument();
  });
});
