import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  checkout,
  interestWith,
  partnerTech,
  payments,
  pilotEntity,
  strongDemand,
} from '../../__testUtils__/world';
import { DemandTab } from '../Demand/DemandTab';

const ask = (id: string, team: string, part: Partial<Interest> = {}) =>
  interestWith({
    id,
    team,
    author: `user:default/${id}`,
    can: { triage: true },
    ...part,
  });

/** Two open, one answered, one of the owner's own. */
const asks = () => [
  ask('kim', checkout, { useCase: 'Weekly extracts', specificity: 0.4 }),
  ask('eve', payments),
  ask('lou', payments, { status: 'planned', statusNote: 'In Q1' }),
  ask('ada', partnerTech, { internal: true }),
];

const asOwner = (interests: Interest[] = asks()) =>
  new FakePilotApi({
    demand: { ...strongDemand, can: { record: true, triage: true } },
    interests,
  });

const inbox = () => screen.findByRole('region', { name: 'Inbox' });
const row = (name: RegExp) => screen.findByRole('button', { name });
const pressed = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }));
const answered = async (status: string) => {
  await pressed('button', /Status/);
  await pressed('option', status);
};
const note = () => screen.getByRole('textbox', { name: /Note to the author/ });

describe('Inbox', () => {
  const open = async (pilotApi = asOwner()) => {
    const portal = await show(<DemandTab />, { pilotApi, entity: pilotEntity });
    await inbox();
    return portal;
  };

  it('sorts the interests, with their numbers', async () => {
    await open();
    expect(await screen.findByRole('radio', { name: 'Open 2' })).toBeChecked();
    expect(
      await screen.findByRole('radio', { name: 'Internal 1' }),
    ).toBeInTheDocument();
    await pressed('radio', 'Answered 1');
    expect(await row(/^payments.*Planned$/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^checkout/ })).toBeNull();
  });

  it('opens one row at a time, with all that was said', async () => {
    await open();
    const first = await row(/^checkout/);
    expect(first).toHaveTextContent('checkoutImportantConcrete3 days ago');
    await userEvent.click(first);
    expect(await screen.findByText('Weekly extracts')).toBeInTheDocument();
    expect(screen.getByText(/^kim,/)).toBeInTheDocument();
    await userEvent.click(await row(/^payments/));
    expect(first).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByText(/^eve,/)).toBeInTheDocument();
  });

  it('shows a reader who is no owner everything but the form', async () => {
    const readable = asks().map(each => ({
      ...each,
      can: { triage: 'notOwner' },
    }));
    await open(new FakePilotApi({ demand: strongDemand, interests: readable }));
    await userEvent.click(await row(/^checkout/));
    expect(await screen.findByText('Weekly extracts')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Save/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Acknowledge/ })).toBeNull();
  });

  it('names no person in privacy mode', async () => {
    await open(asOwner([ask('kim', checkout, { author: null })]));
    await userEvent.click(await row(/^checkout/));
    expect(
      await screen.findByText(/^Someone in checkout,/),
    ).toBeInTheDocument();
    await answered('Declined');
    expect(
      screen.getByText('Say why. Someone in checkout will read it.'),
    ).toBeInTheDocument();
    expect(document.body.textContent).not.toContain('kim');
  });

  it('saves, tells, and goes on with the next row', async () => {
    const { pilotApi } = await open();
    await userEvent.click(await row(/^checkout/));
    await answered('Planned');
    await userEvent.type(note(), 'In Q1');
    await pressed('button', 'Save and open next');
    expect(
      await screen.findByText('Planned. kim is told. Next: payments.'),
    ).toBeInTheDocument();
    expect(pilotApi.setInterestStatus).toHaveBeenCalledWith('kim', {
      status: 'planned',
      note: 'In Q1',
      version: 1,
    });
    const next = await row(/^payments/);
    expect(next).toHaveFocus();
    expect(next).toHaveAttribute('aria-expanded', 'true');
    expect(
      await screen.findByRole('radio', { name: 'Answered 2' }),
    ).toBeInTheDocument();

    await pressed('button', 'Save and open next');
    const done = await screen.findByText('All answered.');
    await waitFor(() => expect(done).toHaveFocus());
    expect(screen.getByText('Acknowledged. eve is told.')).toBeInTheDocument();
  });

  it('has the trend loaded again after an answer', async () => {
    const { pilotApi } = await open();
    await userEvent.click(await row(/^checkout/));
    await waitFor(() =>
      expect(pilotApi.getDemandHistory).toHaveBeenCalledTimes(1),
    );
    await pressed('button', 'Save and open next');
    await screen.findByText(/^Acknowledged\. kim is told\./);
    await waitFor(() =>
      expect(pilotApi.getDemandHistory).toHaveBeenCalledTimes(2),
    );
  });

  it('refuses to decline without a reason, at the field', async () => {
    const { pilotApi } = await open();
    await userEvent.click(await row(/^checkout/));
    await answered('Declined');
    await pressed('button', 'Save and open next');
    expect(note()).toHaveFocus();
    expect(note()).toBeInvalid();
    expect(note()).toHaveAccessibleDescription(
      expect.stringContaining('Say why. kim will read it.'),
    );
    expect(pilotApi.setInterestStatus).not.toHaveBeenCalled();

    await userEvent.type(note(), 'Use the API');
    expect(note()).toBeValid();
    await pressed('button', 'Save and open next');
    await screen.findByText(/^Declined\. kim is told\./);
    expect(pilotApi.setInterestStatus).toHaveBeenCalledTimes(1);
  });

  it('keeps what was typed when somebody else was quicker', async () => {
    const pilotApi = asOwner();
    await open(pilotApi);
    await userEvent.click(await row(/^checkout/));
    await userEvent.type(note(), 'Soon');
    const at = new Date(Date.now() - 120_000).toISOString();
    const current = {
      ...pilotApi.interests[0],
      status: 'planned' as const,
      statusBy: 'user:default/sam',
      statusAt: at,
      updatedAt: at,
      version: 2,
    };
    pilotApi.interests = [current, ...pilotApi.interests.slice(1)];
    await pressed('button', 'Save and open next');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'Changed by sam 2 minutes ago. Your text is kept.',
    );
    expect(alert).toHaveFocus();
    expect(note()).toHaveValue('Soon');
    expect(pilotApi.interests[0]).toEqual(current);

    await pressed('button', 'Show latest');
    expect(await row(/^checkout.*Planned$/)).toBeInTheDocument();
    expect(note()).toHaveValue('Soon');
    expect(note()).toHaveFocus();
    expect(screen.queryByRole('alert')).toBeNull();
    await pressed('button', 'Save and open next');
    await screen.findByText(/^Acknowledged\. kim is told\./);
    expect(pilotApi.setInterestStatus).toHaveBeenLastCalledWith('kim', {
      status: 'acknowledged',
      note: 'Soon',
      version: 2,
    });
  });

  it('keeps the form when saving fails, and tries again', async () => {
    const pilotApi = asOwner();
    pilotApi.setInterestStatus.mockRejectedValueOnce(await refused(500, 'no'));
    await open(pilotApi);
    await userEvent.click(await row(/^checkout/));
    await userEvent.type(note(), 'Soon');
    await pressed('button', 'Save and open next');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save. Nothing was changed.',
    );
    expect(note()).toHaveValue('Soon');
    await pressed('button', 'Try again');
    await screen.findByText(/^Acknowledged\. kim is told\./);
  });

  it('keeps what was typed in a row that is closed meanwhile', async () => {
    await open();
    await userEvent.click(await row(/^checkout/));
    await userEvent.type(note(), 'Soon');
    await userEvent.click(await row(/^payments/));
    expect(note()).toHaveValue('');
    await userEvent.click(await row(/^checkout/));
    expect(note()).toHaveValue('Soon');
  });

  it('acknowledges all open ones, one call each, and names what failed', async () => {
    const pilotApi = asOwner();
    pilotApi.setInterestStatus.mockRejectedValueOnce(await refused(500, 'no'));
    await open(pilotApi);
    await pressed('button', 'Acknowledge all open (2)');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not acknowledge: checkout. They are still open.',
    );
    expect(screen.getByText('1 acknowledged.')).toBeInTheDocument();
    expect(pilotApi.setInterestStatus).toHaveBeenCalledTimes(2);
    await pressed('button', 'Try again');
    expect(await screen.findByText('All answered.')).toBeInTheDocument();
    expect(pilotApi.setInterestStatus).toHaveBeenLastCalledWith('kim', {
      status: 'acknowledged',
      version: 1,
    });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('loads a long list page by page', async () => {
    const many = Array.from({ length: 25 }, (_, i) => ask(`a${i}`, payments));
    const { pilotApi } = await open(asOwner(many));
    const region = await inbox();
    const rows = () => within(region).queryAllByRole('heading', { level: 4 });
    await waitFor(() => expect(rows()).toHaveLength(20));
    pilotApi.listInterests.mockRejectedValueOnce(await refused(500, 'no'));
    await userEvent.click(within(region).getByText('Show more'));
    expect(
      await screen.findByText('The next interests could not be loaded.'),
    ).toBeInTheDocument();
    expect(rows()).toHaveLength(20);
    await userEvent.click(within(region).getByText('Try again'));
    await waitFor(() => expect(rows()).toHaveLength(25));
    expect(within(region).queryByText('Show more')).toBeNull();
  });

  it('moves no row until the reader says so', async () => {
    const { pilotApi, signals } = await open();
    await row(/^checkout/);
    pilotApi.interests = [ask('new', partnerTech), ...pilotApi.interests];
    await act(async () => signals.change(strongDemand.watch));
    const refresh = await screen.findByRole('button', {
      name: 'Updated. Refresh',
    });
    expect(screen.queryByRole('button', { name: /^partner-tech/ })).toBeNull();
    await userEvent.click(refresh);
    expect(await row(/^partner-tech/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Updated. Refresh' }),
    ).toBeNull();
  });

  it('is left out where nobody asked', async () => {
    const pilotApi = asOwner([]);
    await show(<DemandTab />, { pilotApi, entity: pilotEntity });
    await screen.findByRole('region', { name: /^Score/ });
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Inbox' })).toBeNull(),
    );
  });

  it('says so when nothing is answered yet', async () => {
    await open(asOwner([ask('eve', payments)]));
    await pressed('radio', /^Answered/);
    expect(
      await screen.findByText('Nothing is answered yet.'),
    ).toBeInTheDocument();
  });

  it('tries again what could not be loaded', async () => {
    const pilotApi = asOwner();
    const inner = pilotApi.listInterests.getMockImplementation()!;
    const down = await refused(500, 'down');
    pilotApi.listInterests.mockImplementation(async query => {
      if (query.status === 'open') throw down;
      return inner(query);
    });
    await open(pilotApi);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Inbox could not be loaded.',
    );
    pilotApi.listInterests.mockImplementation(inner);
    await pressed('button', 'Try again');
    expect(await row(/^checkout/)).toBeInTheDocument();
    expect(await inbox()).toHaveFocus();
  });

  it('is named and operable', async () => {
    await open();
    await userEvent.click(await row(/^checkout/));
    expect(await accessibilityProblems(await inbox())).toEqual([]);
  });
});
