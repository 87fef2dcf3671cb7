import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  dataSharing,
  entities,
  interestWith,
  recipientApi,
} from '../../__testUtils__/world';
import { TeamCard } from './TeamCard';

const groupNamed = (name: string) =>
  entities.find(({ metadata }) => metadata.name === name)!;
const payments = groupNamed('payments');
const partnerTech = groupNamed('partner-tech');

describe('TeamCard', () => {
  it('lists what the team asked for, by status, without persons', async () => {
    const pilotApi = new FakePilotApi({
      interests: [
        interestWith({ id: 'i1', status: 'planned', author: null }),
        interestWith({
          id: 'i2',
          target: recipientApi,
          targetTitle: 'Recipient API',
          author: 'user:default/ada',
        }),
        interestWith({ id: 'i3', status: 'withdrawn' }),
      ],
    });
    await show(<TeamCard />, { pilotApi, entity: payments });
    const tab = await screen.findByRole('tab', { name: 'Asked for (2)' });
    expect(tab).toHaveAttribute('aria-selected', 'true');
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Recipient APIOpen');
    expect(second).toHaveTextContent('Partner data sharingPlanned');
    expect(
      within(second).getByRole('link', { name: 'Partner data sharing' }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing/demand');
    expect(screen.queryByText(/ada|dana/i)).not.toBeInTheDocument();
  });

  it('lists the demand for what the team owns, with what waits', async () => {
    const pilotApi = new FakePilotApi({
      interests: ['i1', 'i2'].map(id => interestWith({ id, useCaseKey: id })),
    });
    await show(<TeamCard />, { pilotApi, entity: partnerTech });
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Asked of us (2)' }),
    );
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Partner data sharing47Strong2 open');
    expect(second).toHaveTextContent('Recipient API12Faint');
    expect(second).not.toHaveTextContent('open');
    expect(pilotApi.listDemand.mock.calls[0][0]).toMatchObject({
      owner: ['group:default/partner-tech'],
      orderBy: '-score',
    });
  });

  it('says that there is nothing, in either list', async () => {
    await show(<TeamCard />, { entity: payments });
    expect(
      await screen.findByText('Payments has not asked for anything.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Asked of us (0)' }));
    expect(
      await screen.findByText('Nobody has asked for what Payments owns.'),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'the catalog no longer knows',
      {},
      'Partner data sharing (no longer in the catalog that you can see)',
    ],
    [
      'moved out of sight',
      { targetTitle: null, movedAway: true },
      'data-sharing (moved to something that you cannot see)',
    ],
  ])('does not link to what %s', async (_name, part, text) => {
    const pilotApi = new FakePilotApi({
      interests: [
        interestWith({ target: dataSharing, targetGone: true, ...part }),
      ],
    });
    await show(<TeamCard />, { pilotApi, entity: payments });
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('offers to load again only what could not be loaded', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.listInterests.mockRejectedValueOnce(await refused(500, 'down'));
    await show(<TeamCard />, { pilotApi, entity: payments });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Asked for could not be loaded.',
    );
    expect(
      screen.getByRole('tab', { name: 'Asked of us (0)' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('Payments has not asked for anything.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is absent for whom neither list is', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.listInterests.mockRejectedValue(await refused(403, 'no'));
    pilotApi.listDemand.mockRejectedValue(await refused(403, 'no'));
    await show(
      <>
        <TeamCard />
        <p>The page</p>
      </>,
      { pilotApi, entity: payments },
    );
    await screen.findByText('The page');
    await waitFor(() => {
      expect(pilotApi.listInterests).toHaveBeenCalled();
      expect(pilotApi.listDemand).toHaveBeenCalled();
      expect(screen.queryByRole('article')).not.toBeInTheDocument();
    });
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });

  it('is named and operable', async () => {
    const pilotApi = new FakePilotApi({ interests: [interestWith()] });
    await show(<TeamCard />, { pilotApi, entity: payments });
    await screen.findByRole('tab', { name: 'Asked for (1)' });
    expect(await accessibilityProblems(screen.getByRole('article'))).toEqual(
      [],
    );
  });
});
