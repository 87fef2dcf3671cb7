import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis } from '@backstage/frontend-test-utils';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { At } from '../../__testUtils__/At';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show, type Given } from '../../__testUtils__/portals';
import {
  daysAgo,
  interestWith,
  payments,
  reader,
  recipientApi,
} from '../../__testUtils__/world';
import { MyNeedsPage } from './MyNeedsPage';

const due = interestWith({
  id: 'due',
  createdAt: daysAgo(125),
  confirmedAt: daysAgo(125),
  confirmDue: true,
});
const plain = interestWith({
  id: 'plain',
  target: recipientApi,
  targetTitle: 'Recipient API',
  useCase: 'Weekly extracts',
});
const planned = interestWith({
  id: 'planned',
  status: 'planned',
  statusNote: 'In Q1',
  statusAt: daysAgo(2),
  statusBy: 'user:default/ada',
});
const declined = interestWith({
  id: 'declined',
  status: 'declined',
  statusNote: 'Out of scope',
  statusAt: daysAgo(40),
  statusBy: 'user:default/ada',
  can: { edit: 'declined', withdraw: true, confirm: 'declined' },
});
// The first page of all takes longest.
const section = (name: string) =>
  screen.findByRole('region', { name }, { timeout: 10_000 });
const pressed = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

async function visited(at: string) {
  const storage = mockApis.storage();
  await storage.forBucket('pilot').set('myNeedsVisit', at);
  return storage;
}

jest.setTimeout(300_000);

describe('MyNeedsPage', () => {
  const open = (interests: Interest[], given: Given = {}, search = '') =>
    show(
      <At search={search}>
        <MyNeedsPage />
      </At>,
      { pilotApi: new FakePilotApi({ interests }), ...given },
    );

  it('has each interest in one section, what waits for the author first', async () => {
    const storage = await visited(daysAgo(5));
    await open([due, plain, planned, declined], { storage });
    await section('Open (1)');
    const headings = screen.getAllByRole('heading', { level: 3 });
    expect(headings.map(heading => heading.textContent)).toEqual([
      'Please confirm (1)',
      'News (1)',
      'Open (1)',
      'Done (1)',
    ]);
    expect(await section('News (1)')).toHaveTextContent('Planned');
    expect(await section('News (1)')).toHaveTextContent('"In Q1"');
    expect(await section('News (1)')).toHaveTextContent('answered 2 days ago');
    expect(await section('Open (1)')).toHaveTextContent('Weekly extracts');
    expect(await section('Done (1)')).toHaveTextContent(
      'Reason: "Out of scope"',
    );
    expect(screen.getByRole('link', { name: 'Recipient API' })).toHaveAttribute(
      'href',
      '/catalog/default/api/recipient-api/demand',
    );
  });

  it('remembers the visit, and what is news stays so until the next', async () => {
    const { storage } = await open([planned]);
    expect(await section('News (1)')).toBeInTheDocument();
    const { value } = storage.forBucket('pilot').snapshot('myNeedsVisit');
    expect(Date.parse(String(value))).toBeGreaterThan(
      Date.parse(planned.statusAt!),
    );
    expect(await section('News (1)')).toBeInTheDocument();
  });

  it('confirms where the row is', async () => {
    const { pilotApi } = await open([due]);
    const region = await section('Please confirm (1)');
    await pressed('Still needed, Partner data sharing, payments');
    expect(pilotApi.confirmInterest).toHaveBeenCalledWith('due');
    expect(
      await within(region).findByText('Confirmed today.'),
    ).toBeInTheDocument();
  });

  it('withdraws at once and brings back', async () => {
    const { pilotApi } = await open([plain]);
    const region = await section('Open (1)');
    await pressed('Withdraw, Recipient API, payments');
    const undo = await within(region).findByRole('button', { name: /^Undo/ });
    expect(undo).toHaveFocus();
    expect(pilotApi.withdrawInterest).toHaveBeenCalledWith('plain');
    await userEvent.click(undo);
    expect(
      await within(region).findByRole('button', { name: /^Withdraw/ }),
    ).toHaveFocus();
    expect(pilotApi.recordInterest).toHaveBeenCalledWith(recipientApi, {
      id: 'plain',
      team: payments,
    });
  });

  it('says that a change failed, and repeats it', async () => {
    const pilotApi = new FakePilotApi({ interests: [plain] });
    pilotApi.withdrawInterest.mockRejectedValueOnce(await refused(500, 'no'));
    await open([], { pilotApi });
    await section('Open (1)');
    await pressed(/^Withdraw/);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save. Nothing was changed.',
    );
    await pressed('Try again');
    expect(
      await screen.findByRole('button', { name: /^Undo/ }),
    ).toBeInTheDocument();
  });

  it('edits in the dialog', async () => {
    await open([plain]);
    await section('Open (1)');
    await pressed('Edit, Recipient API, payments');
    expect(
      await screen.findByRole('dialog', { name: /Recipient API/ }),
    ).toBeInTheDocument();
  });

  it('lets only be taken back what the catalog does not know any more', async () => {
    const gone = { ...plain, targetGone: true, confirmDue: true };
    await open([gone]);
    const region = await section('Please confirm (1)');
    expect(region).toHaveTextContent(
      'No longer in the catalog that you can see',
    );
    expect(within(region).queryByRole('link')).not.toBeInTheDocument();
    expect(
      within(region)
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual(['Withdraw']);
    await pressed(/^Withdraw/);
    expect(await within(region).findByText('Withdrawn')).toBeInTheDocument();
    expect(
      within(region).queryByRole('button', { name: /^Undo/ }),
    ).not.toBeInTheDocument();
  });

  it('says that something was moved, and not where to', async () => {
    const moved = {
      ...plain,
      target: 'api:default/former',
      targetTitle: null,
      ...{ targetGone: true, movedAway: true },
    };
    await open([moved]);
    const region = await section('Open (1)');
    expect(region).toHaveTextContent(
      'formerMoved to something that you cannot see',
    );
    expect(region).not.toHaveTextContent('No longer in the catalog');
    expect(within(region).queryByRole('link')).not.toBeInTheDocument();
    expect(
      within(region)
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual(['Withdraw']);
  });

  it('shows what a team of the reader asked for, and no hidden author', async () => {
    const hidden = { ...plain, author: null, can: {} };
    const { pilotApi } = await open([due, hidden]);
    await section('Please confirm (1)');
    await pressed(/Whose/);
    await userEvent.click(
      await screen.findByRole('option', { name: 'Payments' }),
    );
    const region = await section('Open (2)');
    expect(region).toHaveTextContent('Someone in payments');
    expect(pilotApi.listInterests.mock.calls.at(-1)![0]).toMatchObject({
      team: payments,
    });
    expect(
      within(region).queryByRole('button', { name: /Recipient API/ }),
    ).not.toBeInTheDocument();
  });

  it('loads a long list page by page', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      interestWith({ id: `i${index}`, author: reader }),
    );
    await open(many);
    const region = await section('Open');
    expect(within(region).getAllByRole('listitem')).toHaveLength(50);
    await pressed('Show more, Open');
    expect(
      within(await section('Open (60)')).getAllByRole('listitem'),
    ).toHaveLength(60);
  });

  it('shows the own needs, and says so, where the address names a team of others', async () => {
    await show(
      <At search="?team=group:default/others">
        <MyNeedsPage />
      </At>,
      { pilotApi: new FakePilotApi({ interests: [plain] }) },
    );
    expect(
      await screen.findByText(
        "Filter 'team=group:default/others' does not exist and was left out.",
      ),
    ).toBeInTheDocument();
    expect(await section('Open (1)')).toBeInTheDocument();
  });

  it('says that there is nothing yet', async () => {
    await open([]);
    expect(
      await screen.findByText(
        'You have not asked for anything yet. Press I need this on any entity.',
      ),
    ).toBeInTheDocument();
  });

  it('offers to load again only what could not be loaded', async () => {
    const pilotApi = new FakePilotApi({ interests: [plain, declined] });
    const answer = pilotApi.listInterests.getMockImplementation()!;
    const failure = await refused(500, 'down');
    pilotApi.listInterests.mockImplementation(async query => {
      if (query.status?.includes('declined')) throw failure;
      return answer(query);
    });
    await open([], { pilotApi });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Done could not be loaded.',
    );
    expect(await section('Open (1)')).toBeInTheDocument();
    pilotApi.listInterests.mockImplementation(answer);
    await pressed('Try again');
    expect(await screen.findByText('Reason: "Out of scope"')).toBeVisible();
  });

  it('is named and operable', async () => {
    await open([due, plain, planned, declined]);
    await section('Open (1)');
    expect(await accessibilityProblems(screen.getByTestId('page'))).toEqual([]);
  });
});
