import '../../__testUtils__/wideScreen';
import { screen } from '@testing-library/react';
import { At } from '../../__testUtils__/At';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { portals } from '../../__testUtils__/portals';
import { PortfolioPage } from './PortfolioPage';

describe.each(portals)('Readiness of other kinds in the $system', portal => {
  it('is not known where it could not be loaded', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.getReadinessByRefs.mockRejectedValue(await refused(500, 'down'));
    await portal.show(
      <At search="?kind=API">
        <PortfolioPage />
      </At>,
      { pilotApi },
    );
    await screen.findByRole('link', { name: 'Recipient API' });
    expect(await screen.findByText('Not known')).toBeInTheDocument();
  });
});
