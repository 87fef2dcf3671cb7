import '../../__testUtils__/wideScreen';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis } from '@backstage/frontend-test-utils';
import { At } from '../../__testUtils__/At';
import { show, type Given } from '../../__testUtils__/portals';
import { PortfolioPage } from './PortfolioPage';

const address = () => screen.getByRole('status', { name: 'Address' });
const pressed = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('The default view', () => {
  const open = (search = '', given: Given = {}) =>
    show(
      <At search={search}>
        <PortfolioPage />
      </At>,
      given,
    );

  it('opens with what was saved as the default', async () => {
    const storage = mockApis.storage();
    await storage.forBucket('pilot').set('portfolio', 'level=strong');
    const { pilotApi } = await open('', { storage });
    await screen.findByRole('link', { name: 'Partner data sharing' });
    expect(address()).toHaveTextContent('?level=strong');
    expect(pilotApi.listPilots.mock.calls[0][0]).toMatchObject({
      level: ['strong'],
    });
    await pressed('Reset my default');
    expect(
      await screen.findByText(
        'Reset. Portfolio opens without filters from now on.',
      ),
    ).toBeInTheDocument();
    expect(storage.forBucket('pilot').snapshot('portfolio').presence).toBe(
      'absent',
    );
  });

  it('saves a view as the default', async () => {
    const { storage } = await open('?sort=name');
    await screen.findByRole('link', { name: 'Partner data sharing' });
    await pressed('Save as my default');
    await screen.findByText('Saved. Portfolio opens like this from now on.');
    expect(storage.forBucket('pilot').snapshot('portfolio').value).toBe(
      'sort=name',
    );
  });
});
