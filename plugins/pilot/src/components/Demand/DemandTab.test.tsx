import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  checkout,
  dataSharing,
  domainEntity,
  fragmentationGroup,
  interestWith,
  payments,
  pilotEntity,
  recipientApi,
  strongDemand,
} from '../../__testUtils__/world';
import { TabAt } from '../../__testUtils__/TabAt';
import { DemandTab } from './DemandTab';

const pressed = async (role: string, name: string) =>
  userEvent.click(await screen.findByRole(role, { name }));

const region = (name: string | RegExp) => screen.findByRole('region', { name });

const full = () =>
  new FakePilotApi({
    demand: strongDemand,
    interests: [
      interestWith({ id: 'p1', team: payments, author: 'user:default/eve' }),
      interestWith({
        id: 'c1',
        team: checkout,
        author: 'user:default/kim',
        urgency: 'critical',
        specificity: 0.4,
        otherwise: 'buy',
        status: 'planned',
        statusAt: '2026-11-10T00:00:00.000Z',
      }),
    ],
    groups: [fragmentationGroup],
  });

describe('DemandTab', () => {
  const open = (pilotApi = full(), address = '') =>
    show(<TabAt address={address} />, { pilotApi, entity: pilotEntity });

  it('says that it is loading, after a moment', async () => {
    const pilotApi = full();
    pilotApi.getDemand.mockReturnValue(new Promise(() => {}));
    await open(pilotApi);
    expect(await screen.findByText('Loading Demand')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('explains its score', async () => {
    await open();
    const score = await region('Score');
    expect(score).toHaveTextContent('Demand 47, strong.');
    expect(score).toHaveTextContent('3 interests from 2 teams');
    expect(score).toHaveTextContent('2 teams, each at its strongest');
    expect(score).toHaveTextContent('1 describes a use case');
    expect(score).toHaveTextContent('Includes 2 from recipient-api.');
    expect(score).toHaveTextContent('1 interest of the owner is not counted.');
    expect(
      within(score).getByRole('link', { name: 'recipient-api' }),
    ).toHaveAttribute('href', '/catalog/default/api/recipient-api/demand');

    await pressed('button', 'How this score is made');
    expect(score).toHaveTextContent(
      'Sum 3.33 · value 0.53 · weight 0.40 · contribution 0.77',
    );
    expect(score).toHaveTextContent(
      'An interest counts half after 120 days unless confirmed.',
    );
    expect(score).toHaveTextContent('Policy a1b2c3');
    const raise = await region('What would raise it');
    expect(raise).toHaveTextContent('+5One more team, fully described');
    expect(raise).toHaveTextContent('under +1Full details from checkout');
  });

  it('copies a link to the very date of its score', async () => {
    const user = userEvent.setup();
    await open();
    await region('Score');
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(
      screen.getByRole('button', { name: 'Copy link to this date' }),
    );
    expect(await screen.findByText('Link copied.')).toBeInTheDocument();
    expect(written).toHaveBeenCalledWith(
      'http://localhost/catalog/default/pilot/data-sharing/demand?asOf=2026-11-20T14%3A02%3A00.000Z',
    );
  });

  it('shows how the score came to be, cut where the policy changed', async () => {
    await open();
    const trend = await region('Trend');
    const chart = await within(trend).findByRole('img', {
      name: 'From 31 to 47 in a year. Policy changed on 8 Oct 2026.',
    });
    expect(trend.querySelector('figcaption')).toHaveTextContent(
      'From 31 to 47 in a year. Policy changed on 8 Oct 2026.',
    );
    expect(chart.querySelectorAll('[data-look="solid"]')).toHaveLength(1);
    expect(chart.querySelectorAll('[data-look="dashed"]')).toHaveLength(1);
    // Six weeks under one policy and seven under the next: two curves.
    const curves = [...chart.querySelectorAll('path')].filter(path =>
      path.getAttribute('d')?.includes('L'),
    );
    expect(
      curves.map(path => path.getAttribute('d')!.split('L').length),
    ).toEqual([6, 7]);
    expect(chart).toHaveTextContent('Strong');
  });

  it('has the same events in a table', async () => {
    await open();
    await region('Trend');
    await pressed('button', 'As a table');
    const table = await screen.findByRole('table', { name: 'Trend' });
    const rows = within(table).getAllByRole('row');
    // 13 points, 2 events and the heads.
    expect(rows).toHaveLength(16);
    expect(rows[1]).toHaveTextContent('21 Nov 202647Strong');
    expect(
      rows
        .map(row => row.textContent)
        .filter(text => /policy|phase/i.test(text!)),
    ).toEqual(['8 Oct 2026Policy changed', '3 Oct 2026Phase demand']);
  });

  it('keeps its range in the address', async () => {
    const { pilotApi } = await open();
    await region('Trend');
    expect(pilotApi.getDemandHistory).toHaveBeenLastCalledWith(dataSharing, {
      to: undefined,
    });
    await pressed('radio', '3 months');
    expect(await screen.findByText('Address ?range=3m')).toBeInTheDocument();
    await waitFor(() =>
      expect(pilotApi.getDemandHistory).toHaveBeenLastCalledWith(
        dataSharing,
        expect.objectContaining({ step: 1 }),
      ),
    );
  });

  it('says that a trend is too new to be shown', async () => {
    const pilotApi = full();
    const summary = {
      ...pilotApi.history.summary,
      since: '2026-11-19T00:00:00.000Z',
    };
    pilotApi.history = { ...pilotApi.history, summary };
    await open(pilotApi);
    expect(await screen.findByText('Starts in week two.')).toBeInTheDocument();
  });

  it('lists the teams with what they ask for', async () => {
    await open();
    const table = await screen.findByRole('table', { name: 'Teams (2)' });
    await within(table).findByText('Planned');
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(
      'payments66%2, adopterImportantNot describedOpen3 days ago',
    );
    expect(second).toHaveTextContent(
      'checkout33%1CriticalConcreteBuyPlanned3 days ago',
    );
  });

  it('warns of what is built twice, and hides what is no duplicate', async () => {
    const { pilotApi } = await open();
    const panel = await region('Possible fragmentation (2)');
    expect(panel).toHaveTextContent('checkout plans to build its own');
    expect(panel).toHaveTextContent('Recipient API has the same capability');
    expect(pilotApi.getFragmentation).toHaveBeenCalledWith({
      target: dataSharing,
    });

    await pressed('button', 'Not a duplicate, Recipient API');
    await pressed('button', 'Hide');
    expect(
      await screen.findByText('Say why. Everyone can read it.'),
    ).toBeInTheDocument();
    expect(pilotApi.dismissFragmentation).not.toHaveBeenCalled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why is it no duplicate/ }),
      'Other data',
    );
    await pressed('button', 'Hide');
    expect(await screen.findByText('Hidden for everyone.')).toBeInTheDocument();
    expect(pilotApi.dismissFragmentation).toHaveBeenCalledWith({
      key: '0123abcd',
      reason: 'Other data',
    });
    await pressed('button', 'Undo');
    expect(
      await screen.findByText(/plans to build its own/),
    ).toBeInTheDocument();
  });

  it('downloads the interests that the inbox shows', async () => {
    const names: string[] = [];
    const saved = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        names.push(this.download);
      });
    URL.createObjectURL = () => 'blob:csv';
    URL.revokeObjectURL = () => {};
    const { pilotApi } = await open(full(), '?inbox=answered');
    pilotApi.listInterestsCsv.mockResolvedValue('team\r\na\r\nb\r\n');
    await pressed('button', 'Download CSV');
    expect(await screen.findByText('Downloaded 2 rows.')).toBeInTheDocument();
    expect(pilotApi.listInterestsCsv).toHaveBeenCalledWith({
      target: dataSharing,
      status: ['acknowledged', 'planned', 'adopted', 'declined'],
      internal: false,
    });
    expect(names).toEqual([
      expect.stringMatching(/^data-sharing-interests-\d{4}-\d\d-\d\d\.csv$/),
    ]);
    saved.mockRestore();
  });

  it('downloads all interests where none were chosen to be seen', async () => {
    const saved = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    URL.createObjectURL = () => 'blob:csv';
    URL.revokeObjectURL = () => {};
    const { pilotApi } = await open();
    pilotApi.listInterestsCsv.mockRejectedValueOnce(await refused(500, 'down'));
    await pressed('button', 'Download CSV');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not download.',
    );
    await pressed('button', 'Try again');
    expect(await screen.findByText('Downloaded 1 row.')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(pilotApi.listInterestsCsv.mock.calls).toEqual([
      [{ target: dataSharing }],
      [{ target: dataSharing }],
    ]);
    saved.mockRestore();
  });

  it('has the trend of what was just recorded', async () => {
    const { pilotApi } = await open();
    const trend = await region('Trend');
    await within(trend).findByRole('img', { name: /^From 31 to 47 / });
    const summary = { ...pilotApi.history.summary, last: 57.99 };
    pilotApi.history = { ...pilotApi.history, summary };
    await pressed('button', 'I need this');
    await pressed('button', 'Record');
    await pressed('button', 'Done');
    expect(
      await screen.findByRole('img', { name: /^From 31 to 57 / }),
    ).toBeInTheDocument();
    expect(pilotApi.getDemandHistory).toHaveBeenCalledTimes(2);
  });

  it('shows a date of the past, and lets nothing be changed there', async () => {
    const { pilotApi } = await open(full(), '?asOf=2026-03-01');
    expect(
      await screen.findByText(
        /You are looking at .* Nothing can be changed here\./,
      ),
    ).toBeInTheDocument();
    expect(pilotApi.getDemand).toHaveBeenCalledWith(dataSharing, {
      asOf: '2026-03-01',
    });
    await screen.findByRole('table', { name: 'Teams (2)' });
    expect(screen.queryByRole('region', { name: 'Inbox' })).toBeNull();
    for (const name of ['I need this', 'Download CSV', 'Not a duplicate']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
    await pressed('button', 'Back to today');
    expect(await region('Inbox')).toBeInTheDocument();
  });

  it.each(['?asOf=yesterday', '?asOf=2999-01-01'])(
    'leaves out a date such as %s',
    async address => {
      await open(full(), address);
      expect(
        await screen.findByText(/does not exist and was left out/),
      ).toBeInTheDocument();
      expect(await region('Inbox')).toBeInTheDocument();
    },
  );

  it.each([
    [
      'nobody asked',
      0,
      /No team has asked for this yet. That is a result too./,
    ],
    ['only the owner asked', 1, /Only the owner has asked so far./],
  ])('says when %s', async (_, internal, text) => {
    const counts = { ...strongDemand.counts, interests: 0, teams: 0, internal };
    const demand = { counts, teams: [] };
    await open(new FakePilotApi({ demand }));
    expect(await region('Score')).toHaveTextContent(text);
    expect(
      screen.getByRole('button', { name: 'Copy link to share' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('leads to where the interest was moved', async () => {
    const demand = { mergedInto: recipientApi };
    await open(new FakePilotApi({ demand }));
    const link = await screen.findByRole('link', { name: 'recipient-api' });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/api/recipient-api/demand',
    );
    expect(screen.getByText(/Its interest moved to/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'I need this' })).toBeNull();
  });

  it('tries again only what failed', async () => {
    const pilotApi = full();
    pilotApi.getDemandHistory.mockRejectedValueOnce(await refused(500, 'down'));
    await open(pilotApi);
    const trend = await region('Trend');
    expect(await within(trend).findByRole('alert')).toHaveTextContent(
      'Trend could not be loaded.',
    );
    expect(await region('Score')).toHaveTextContent('Demand 47, strong.');
    await pressed('button', 'Try again');
    expect(await within(trend).findByRole('img')).toBeInTheDocument();
    expect(trend).toHaveFocus();
    expect(pilotApi.getDemand).toHaveBeenCalledTimes(1);
  });

  it('tries the whole again where the demand failed', async () => {
    const pilotApi = full();
    pilotApi.getDemand.mockRejectedValueOnce(await refused(500, 'down'));
    await open(pilotApi);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Demand could not be loaded.',
    );
    await pressed('button', 'Try again');
    expect(await region('Score')).toBeInTheDocument();
  });

  it('keeps older data, with their date, when the latest cannot be had', async () => {
    const { pilotApi, cache } = await open();
    await region('Score');
    pilotApi.getDemand.mockRejectedValueOnce(new TypeError('lost'));
    act(() => cache.demand(dataSharing).reload());
    expect(
      await screen.findByText(/Shown as of 20 Nov 2026, .*could not be loaded/),
    ).toBeInTheDocument();
    expect(await region('Score')).toHaveTextContent('Demand 47, strong.');
  });

  it.each([403, 404])('shows nothing where the answer is %d', async status => {
    const pilotApi = full();
    pilotApi.getDemand.mockRejectedValue(await refused(status, 'no'));
    await open(pilotApi);
    expect(
      await screen.findByText('There is nothing here that you can see.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Score' })).toBeNull();
  });

  it('shows nothing for a kind that takes no interest', async () => {
    await show(<DemandTab />, { entity: domainEntity });
    expect(
      await screen.findByText('There is nothing here that you can see.'),
    ).toBeInTheDocument();
  });

  it('is named and operable', async () => {
    await open();
    await screen.findByText(/plans to build its own/);
    await within(await region('Trend')).findByRole('img');
    await pressed('button', 'How this score is made');
    expect(await accessibilityProblems(screen.getByRole('main'))).toEqual([]);
  });
});
