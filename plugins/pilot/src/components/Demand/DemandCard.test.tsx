import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  apiEntity,
  dataSharing,
  domainEntity,
  interestWith,
  listItemWith,
  pilotEntity,
  strongDemand,
} from '../../__testUtils__/world';
import { DemandCard } from './DemandCard';

const opened = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('DemandCard', () => {
  const showDemand = (demand: Partial<typeof strongDemand>) =>
    show(<DemandCard />, {
      pilotApi: new FakePilotApi({ demand }),
      entity: pilotEntity,
    });

  it('shows the outline of what is loading after a moment', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.getDemand.mockReturnValue(new Promise(() => {}));
    await show(<DemandCard />, { pilotApi, entity: pilotEntity });
    const region = await screen.findByRole('region', { name: 'Demand' });
    expect(region).toHaveAttribute('aria-busy', 'true');
    expect(await within(region).findByText('Loading Demand')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('asks for no Pilot of the name of something else, recorded in or not', async () => {
    const pilotApi = new FakePilotApi({ demand: strongDemand });
    const { cache } = await show(<DemandCard />, {
      pilotApi,
      entity: apiEntity,
    });
    await screen.findByText('Strong');
    await act(async () => cache.phases.interestChanged());
    expect(pilotApi.getPilot).not.toHaveBeenCalled();
  });

  it('reads its score, rounded down, as one sentence', async () => {
    await showDemand(strongDemand);
    expect(
      await screen.findByText(
        'Demand 47, strong. 2 teams, 3 interests, 0 adopters.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('Strong')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Demand' })).toHaveAttribute(
      'aria-busy',
      'false',
    );
  });

  it.each([
    {
      state: 'nobody asked',
      internal: 0,
      text: 'No team has asked for this yet. Be the first.',
    },
    {
      state: 'only the owner asked',
      internal: 1,
      text: 'Only the owner has asked so far.',
    },
  ])('says when $state', async ({ internal, text }) => {
    const counts = { ...strongDemand.counts, interests: 0, teams: 0, internal };
    await showDemand({ counts });
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'I need this' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'How this score is made' }),
    ).not.toBeInTheDocument();
  });

  it('opens to the teams, their shares and where they asked', async () => {
    await showDemand(strongDemand);
    await screen.findByText('Strong');
    await opened('Teams and their share');
    const link = screen.getByRole('link', { name: 'payments' });
    expect(link).toHaveAttribute('href', '/catalog/default/group/payments');
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('66%');
    expect(first).toHaveTextContent('2 interests');
    expect(first).toHaveTextContent('adopter');
    expect(second).toHaveTextContent('33%');
    expect(second).not.toHaveTextContent('adopter');
    expect(
      screen.getByText('Includes 2 from recipient-api.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('1 interest of the owner is not counted.'),
    ).toBeInTheDocument();
  });

  it('opens to the parts, the policy and the date of its score', async () => {
    await showDemand(strongDemand);
    await screen.findByText('Strong');
    await opened('How this score is made');
    expect(screen.getByText('3 interests from 2 teams')).toBeInTheDocument();
    expect(
      screen.getByText('2 teams, each at its strongest'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 describes a use case')).toBeInTheDocument();
    expect(
      screen.getByText(
        'Sum 3.33 · value 0.53 · weight 0.40 · contribution 0.77',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'An interest counts half after 120 days unless confirmed.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/Policy a1b2c3/)).toHaveTextContent(
      /As of 20 Nov 2026/,
    );
  });

  it('opens to what would raise its score', async () => {
    await showDemand(strongDemand);
    await screen.findByText('Strong');
    await opened('What would raise it');
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('+5One more team, fully described');
    expect(second).toHaveTextContent('under +1Full details from checkout');
  });

  it('says what became of what the reader asked for', async () => {
    const pilotApi = new FakePilotApi({
      interests: [interestWith({ status: 'planned' })],
    });
    await show(<DemandCard />, { pilotApi, entity: pilotEntity });
    const item = await screen.findByText(/You asked/, { selector: 'li span' });
    expect(item).toHaveTextContent('You asked 3 days ago');
    expect(within(item.closest('li')!).getByText('Planned')).toBeVisible();
  });

  it('shows where its score has been', async () => {
    const { pilotApi } = await showDemand({ ...strongDemand, trend: 'rising' });
    expect(
      await screen.findByRole('img', {
        name: 'rising, 31 to 47 in 13 weeks',
      }),
    ).toBeInTheDocument();
    expect(pilotApi.getDemandByRefs).toHaveBeenCalledWith({
      targets: [dataSharing],
      weeks: true,
    });
  });

  it('says when it is too new to have been anywhere', async () => {
    const pilotApi = new FakePilotApi({
      demand: strongDemand,
      listed: [listItemWith({ weeks: [47.99] })],
    });
    await show(<DemandCard />, { pilotApi, entity: pilotEntity });
    expect(await screen.findByText('new')).toBeInTheDocument();
  });

  it('has its score where the weeks cannot be had', async () => {
    const pilotApi = new FakePilotApi({ demand: strongDemand });
    pilotApi.getDemandByRefs.mockRejectedValue(await refused(500, 'down'));
    await show(<DemandCard />, { pilotApi, entity: pilotEntity });
    const region = await screen.findByRole('region', { name: 'Demand' });
    expect(await within(region).findByText('Strong')).toBeInTheDocument();
    await waitFor(() => expect(pilotApi.getDemandByRefs).toHaveBeenCalled());
    expect(within(region).queryByRole('img')).not.toBeInTheDocument();
    expect(within(region).queryByRole('alert')).not.toBeInTheDocument();
  });

  it('follows what others record, without being asked', async () => {
    const pilotApi = new FakePilotApi({ demand: strongDemand });
    const { signals } = await show(<DemandCard />, {
      pilotApi,
      entity: pilotEntity,
    });
    await screen.findByText('Strong');
    pilotApi.demand = { ...pilotApi.demand, score: 81.2, level: 'proven' };
    act(() => signals.change('watch-of-another'));
    act(() => signals.change(strongDemand.watch));
    expect(await screen.findByText('Proven')).toBeInTheDocument();
    expect(screen.getByText(/Demand 81, proven\./)).toHaveAttribute(
      'role',
      'status',
    );
    expect(pilotApi.getDemand).toHaveBeenCalledTimes(2);
  });

  it('says which Pilot is implemented, and in which phase it is', async () => {
    const { cache } = await show(<DemandCard />, { entity: apiEntity });
    const line = await screen.findByText(/^Implements/);
    expect(line).toHaveTextContent('Implements Partner data sharing.');
    expect(
      within(line).getByRole('link', { name: 'Partner data sharing' }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing');

    const spec = { ...pilotEntity.spec, phase: 'build-out' };
    act(() => cache.offerTarget({ ...pilotEntity, spec }));
    expect(line).toHaveTextContent(
      'Implements Partner data sharing, phase build-out.',
    );
  });

  it('names no Pilot that the reader cannot see', async () => {
    const hidden = 'pilot:default/hidden';
    const relations = [{ type: 'implements', targetRef: hidden }];
    const { cache } = await show(<DemandCard />, {
      entity: { ...apiEntity, relations },
    });
    await screen.findByText('None');
    await act(async () => void (await cache.target(hidden).settled()));
    expect(screen.queryByText(/Implements/)).not.toBeInTheDocument();
  });

  it('offers to load again what could not be loaded', async () => {
    const pilotApi = new FakePilotApi({ demand: strongDemand });
    pilotApi.getDemand.mockRejectedValueOnce(await refused(500, 'down'));
    await show(<DemandCard />, { pilotApi, entity: pilotEntity });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Demand could not be loaded.',
    );
    await opened('Try again');
    expect(await screen.findByText('Strong')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Demand' })).toHaveFocus();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps older data, with their date, when the latest cannot be had', async () => {
    const pilotApi = new FakePilotApi({ demand: strongDemand });
    const { cache } = await show(<DemandCard />, {
      pilotApi,
      entity: pilotEntity,
    });
    await screen.findByText('Strong');
    pilotApi.getDemand.mockRejectedValueOnce(new TypeError('lost'));
    act(() => cache.demand(dataSharing).reload());
    expect(
      await screen.findByText(/Shown as of 20 Nov 2026, .*could not be loaded/),
    ).toBeInTheDocument();
    expect(screen.getByText('Strong')).toBeInTheDocument();
    await opened('Try again');
    await waitFor(() =>
      expect(screen.queryByText(/Shown as of/)).not.toBeInTheDocument(),
    );
  });

  it.each([403, 404])('is absent where the answer is %d', async status => {
    const pilotApi = new FakePilotApi();
    pilotApi.getDemand.mockRejectedValue(await refused(status, 'no'));
    await show(<DemandCard />, { pilotApi, entity: pilotEntity });
    await waitFor(() =>
      expect(
        screen.queryByRole('region', { name: 'Demand' }),
      ).not.toBeInTheDocument(),
    );
    expect(pilotApi.getDemand).toHaveBeenCalled();
    expect(screen.queryByText('Demand')).not.toBeInTheDocument();
  });

  it('is absent for a kind that takes no interest', async () => {
    const { pilotApi } = await show(
      <>
        <DemandCard />
        <p>The page</p>
      </>,
      { entity: domainEntity },
    );
    await screen.findByText('The page');
    await waitFor(() => expect(pilotApi.getPolicy).toHaveBeenCalled());
    expect(screen.queryByText('Demand')).not.toBeInTheDocument();
    expect(pilotApi.getDemand).not.toHaveBeenCalled();
  });

  it('counts what was recorded from it, without another request', async () => {
    const { pilotApi } = await show(<DemandCard />, { entity: pilotEntity });
    await userEvent.click(
      await screen.findByRole('button', { name: 'I need this' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Record' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Done' }));
    expect(
      await screen.findByText(/1 team, 1 interest, 0 adopters/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'You asked for this, Open' }),
    ).toBeInTheDocument();
    expect(pilotApi.getDemand).toHaveBeenCalledTimes(1);
  });

  it('is named and operable', async () => {
    await showDemand(strongDemand);
    await screen.findByText('Strong');
    await opened('How this score is made');
    await opened('Teams and their share');
    expect(await accessibilityProblems(screen.getByRole('article'))).toEqual(
      [],
    );
  });
});
