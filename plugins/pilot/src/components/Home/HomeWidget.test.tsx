import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis } from '@backstage/frontend-test-utils';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { pilotItemWith, readinessWith } from '../../__testUtils__/pilotsWorld';
import { show } from '../../__testUtils__/portals';
import {
  daysAgo,
  interestWith,
  partnerTech,
  payments,
  reader,
} from '../../__testUtils__/world';
import { HomeWidget } from './HomeWidget';

const section = (name: string) => screen.findByRole('region', { name });

const answered = interestWith({
  id: 'news',
  status: 'planned',
  statusAt: daysAgo(1),
  statusBy: 'user:default/ada',
});

describe('HomeWidget', () => {
  it('says what waits, and leads to it', async () => {
    const pilotApi = new FakePilotApi({
      interests: [
        interestWith({ id: 'i1', author: 'user:default/ada' }),
        interestWith({ id: 'i2', confirmDue: true }),
        interestWith({ id: 'i3', internal: true, author: 'user:default/ada' }),
      ],
    });
    await show(<HomeWidget />, { pilotApi, teams: [partnerTech] });
    const waiting = within(await section('Waiting for you'));
    expect(
      waiting.getByRole('link', { name: '2 open interests, Partner Tech' }),
    ).toHaveAttribute('href', '/catalog/default/group/partner-tech');
    expect(
      waiting.getByRole('link', { name: '1 need to confirm' }),
    ).toHaveAttribute('href', '/pilots/my-needs');
  });

  it('leads approvers to the proposals of others', async () => {
    const proposal = (by: string) => ({
      id: `by ${by}`,
      to: 'platform' as const,
      by,
      at: daysAgo(2),
    });
    const pilotApi = new FakePilotApi({
      listed: [
        pilotItemWith({ proposal: proposal('user:default/ada') }),
        pilotItemWith({
          target: 'pilot:default/own',
          title: 'Proposed here',
          proposal: proposal(reader),
        }),
        pilotItemWith({ target: 'pilot:default/calm', title: 'Calm' }),
      ],
    });
    await show(<HomeWidget />, { pilotApi, teams: [partnerTech] });
    const waiting = within(await section('Waiting for you'));
    expect(
      waiting.getByRole('link', {
        name: 'Decision needed: launch Partner data sharing',
      }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing/readiness');
    expect(waiting.getAllByRole('listitem')).toHaveLength(1);
  });

  it('leads approvers past many proposals of their own', async () => {
    const proposedBy = (by: string, target: string) =>
      pilotItemWith({
        target,
        title: target,
        proposal: { id: target, to: 'platform', by, at: daysAgo(2) },
      });
    const own = Array.from({ length: 7 }, (_, index) =>
      proposedBy(reader, `pilot:default/own-${index}`),
    );
    const pilotApi = new FakePilotApi({
      listed: [...own, proposedBy('user:default/ada', 'pilot:default/other')],
    });
    await show(<HomeWidget />, { pilotApi, teams: [partnerTech] });
    expect(
      await screen.findByText('Decision needed: launch pilot:default/other'),
    ).toBeInTheDocument();
  });

  it('does not say that nothing waits while the policy is not known', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.getPolicy.mockRejectedValue(await refused(500, 'down'));
    await show(<HomeWidget />, { pilotApi, teams: [partnerTech] });
    expect(
      await screen.findByText('Waiting for you could not be loaded.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Nothing waits for you.')).toBeNull();
  });

  it('does not ask who is no approver to decide', async () => {
    const pilotApi = new FakePilotApi({
      listed: [
        pilotItemWith({
          level: 'strong',
          proposal: {
            id: 'p1',
            to: 'platform',
            by: 'user:default/ada',
            at: daysAgo(2),
          },
        }),
      ],
    });
    await show(<HomeWidget />, { pilotApi, teams: [payments] });
    await section('Most wanted');
    expect(screen.queryByText(/Decision needed/)).not.toBeInTheDocument();
    expect(pilotApi.listPilots).not.toHaveBeenCalledWith(
      expect.objectContaining({ proposed: true }),
      expect.anything(),
    );
  });

  it('leads owners to answers that lapse soon', async () => {
    const pilotApi = new FakePilotApi({
      listed: [
        pilotItemWith({ readiness: readinessWith({ expiring: 2 }) }),
        pilotItemWith({
          target: 'pilot:default/other',
          title: 'Of another team',
          owner: payments,
          readiness: readinessWith({ expiring: 1 }),
        }),
      ],
    });
    await show(<HomeWidget />, { pilotApi, teams: [partnerTech] });
    const waiting = within(await section('Waiting for you'));
    expect(
      waiting.getByRole('link', {
        name: '2 answers expire soon, Partner data sharing',
      }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing/readiness');
    expect(waiting.getAllByRole('listitem')).toHaveLength(1);
  });

  it('keeps what else waits where Pilots may not be seen', async () => {
    const pilotApi = new FakePilotApi({
      interests: [interestWith({ confirmDue: true })],
    });
    pilotApi.listPilots.mockRejectedValue(await refused(403, 'no'));
    await show(<HomeWidget />, { pilotApi });
    const waiting = within(await section('Waiting for you'));
    expect(
      waiting.getByRole('link', { name: '1 need to confirm' }),
    ).toBeInTheDocument();
    expect(waiting.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tells the answers since the last visit to My needs', async () => {
    const pilotApi = new FakePilotApi({ interests: [answered] });
    await show(<HomeWidget />, { pilotApi });
    const news = within(await section('News on your needs'));
    expect(news.getByRole('listitem')).toHaveTextContent(
      'Partner data sharingPlanned',
    );
  });

  it('says where an answer is to what was moved out of sight', async () => {
    const moved = {
      ...answered,
      targetTitle: null,
      ...{ targetGone: true, movedAway: true },
    };
    const pilotApi = new FakePilotApi({ interests: [moved] });
    await show(<HomeWidget />, { pilotApi });
    const news = within(await section('News on your needs'));
    expect(news.getByRole('listitem')).toHaveTextContent(
      'data-sharing (moved to something that you cannot see)Planned',
    );
    expect(
      news.queryByRole('link', { name: /data-sharing/ }),
    ).not.toBeInTheDocument();
  });

  it('has no news that were seen on My needs', async () => {
    const storage = mockApis.storage();
    await storage.forBucket('pilot').set('myNeedsVisit', daysAgo(0));
    const pilotApi = new FakePilotApi({ interests: [answered] });
    await show(<HomeWidget />, { pilotApi, storage });
    await section('Most wanted');
    expect(
      screen.queryByRole('region', { name: 'News on your needs' }),
    ).not.toBeInTheDocument();
  });

  it('lists what is wanted most, with its level and teams', async () => {
    await show(<HomeWidget />);
    const wanted = within(await section('Most wanted'));
    expect(wanted.getByRole('listitem')).toHaveTextContent(
      'Partner data sharingStrong2 teams',
    );
    expect(
      wanted.getByRole('link', { name: 'Partner data sharing' }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing/demand');
  });

  it('says that nothing waits, and leads to all pilots', async () => {
    await show(<HomeWidget />, { pilotApi: new FakePilotApi({ listed: [] }) });
    expect(
      await screen.findByText('Nothing waits for you.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'See all pilots' }),
    ).toHaveAttribute('href', '/pilots/portfolio');
  });

  it('offers to load again only the list that could not be loaded', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.listDemand.mockRejectedValueOnce(await refused(500, 'down'));
    await show(<HomeWidget />, { pilotApi });
    const wanted = within(await section('Most wanted'));
    expect(wanted.getByRole('alert')).toHaveTextContent(
      'Most wanted could not be loaded.',
    );
    await userEvent.click(wanted.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'Partner data sharing' }),
    ).toBeInTheDocument();
  });

  it('shows nothing of what the reader may not see', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.listDemand.mockRejectedValue(await refused(403, 'no'));
    await show(<HomeWidget />, { pilotApi });
    expect(
      await screen.findByText('Nothing waits for you.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Most wanted')).not.toBeInTheDocument();
  });

  it('is named and operable', async () => {
    const pilotApi = new FakePilotApi({ interests: [answered] });
    await show(
      <main>
        <HomeWidget />
      </main>,
      { pilotApi },
    );
    await section('Most wanted');
    expect(await accessibilityProblems(screen.getByRole('main'))).toEqual([]);
  });
});
