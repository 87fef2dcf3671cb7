import '../../__testUtils__/wideScreen';
import { screen } from '@testing-library/react';
import { At } from '../../__testUtils__/At';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import { PortfolioPage } from './PortfolioPage';

describe('Readiness of other kinds', () => {
  it('is not known where it could not be loaded', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.getReadinessByRefs.mockRejectedValue(await refused(500, 'down'));
    await show(
      <At search="?kind=API">
        <PortfolioPage />
      </At>,
      { pilotApi },
    );
    await screen.findByRole('link', { name: 'Recipient API' });
    expect(await screen.findByText('Not known')).toBeInTheDocument();
  });
});
