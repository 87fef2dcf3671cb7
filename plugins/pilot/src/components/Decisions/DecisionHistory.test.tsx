import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { pilotWith } from '../../__testUtils__/pilotsWorld';
import { show } from '../../__testUtils__/portals';
import { decisions, snapshot } from '../../__testUtils__/decisionsWorld';
import { dataSharing } from '../../__testUtils__/world';
import { DecisionHistory } from './DecisionHistory';

const pressed = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }));

const history = () => screen.findByRole('region', { name: 'Decisions' });
const items = async () =>
  (await within(await history()).findAllByRole('listitem')).filter(
    item => item.parentElement?.tagName === 'OL',
  );

const decided = () => {
  const pilotApi = new FakePilotApi();
  pilotApi.pilot = pilotWith();
  pilotApi.decisions = decisions;
  return pilotApi;
};

describe('DecisionHistory', () => {
  const look = (pilotApi = decided()) =>
    show(<DecisionHistory target={dataSharing} />, { pilotApi });

  it('lists what was decided, newest first', async () => {
    await look();
    const [approved, rejected, declared] = await items();
    expect(approved).toHaveTextContent(
      '3 Oct 2026demand to build-outapproved by ada, proposed by eve',
    );
    expect(approved).toHaveTextContent('Three teams wait for it');
    expect(approved).toHaveTextContent('We are ready to build');
    expect(rejected).toHaveTextContent(
      '3 Jul 2026demand to point solutionrejected by ada, proposed by eve',
    );
    expect(declared).toHaveTextContent(
      '2 Mar 2026Phase platformdeclared in the catalog, not decided',
    );
    expect(within(declared).queryByRole('button')).toBeNull();
  });

  it('opens each as it was that day', async () => {
    await look();
    await pressed('button', 'As it was that day, 3 Oct 2026');
    const [approved] = await items();
    expect(approved).toHaveTextContent(
      'Demand41 Strong: 3 teams, 4 interests, 1 adopter.',
    );
    expect(approved).toHaveTextContent('GateNothing left before build-out');
    expect(approved).toHaveTextContent(
      'Readiness40% ready · Governance 80% · Headcount 20%',
    );
    expect(approved).toHaveTextContent('Fail Are there examples?');
    expect(approved).toHaveTextContent('Policy a1b2c3');
  });

  it('keeps what is in hand, with its time, when the latest cannot be had', async () => {
    const { pilotApi, cache } = await look();
    expect(await items()).toHaveLength(3);
    pilotApi.listDecisions.mockRejectedValueOnce(await refused(500, 'down'));
    act(() => cache.showPilot(pilotWith({ version: 4 })));
    const stale = await screen.findByText(/^Shown as of/);
    expect(stale).toHaveTextContent('The latest could not be loaded.');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await items()).toHaveLength(3);
    await pressed('button', 'Try again');
    await waitFor(() => expect(stale).not.toBeInTheDocument());
  });

  it('claims nothing of readiness where that was left out', async () => {
    const pilotApi = decided();
    pilotApi.decisions = [
      {
        ...decisions[0],
        snapshot: {
          ...snapshot,
          ...{ gate: null, readiness: null, weakest: null },
          ...{ dimensions: [], checks: [], readinessHidden: true },
        },
      },
    ];
    await look(pilotApi);
    await pressed('button', 'As it was that day, 3 Oct 2026');
    const [approved] = await items();
    expect(approved).toHaveTextContent('41 Strong');
    expect(within(approved).queryByText('Gate')).toBeNull();
    expect(within(approved).queryByText('Readiness')).toBeNull();
  });

  it('says so where nothing was decided', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.pilot = pilotWith({
      phase: 'pilot',
      phaseSince: '2026-03-02T09:00:00.000Z',
    });
    await look(pilotApi);
    expect(
      await screen.findByText('No decision yet. Phase pilot since 2 Mar 2026.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Download CSV' })).toBeNull();
  });

  it('has a decision that was just made', async () => {
    const pilotApi = decided();
    pilotApi.decisions = decisions.slice(1);
    const { cache } = await look(pilotApi);
    expect(await items()).toHaveLength(2);
    pilotApi.decisions = decisions;
    act(() => cache.showPilot(pilotWith({ version: 9 })));
    expect(await screen.findByText('3 Oct 2026')).toBeInTheDocument();
    expect(await items()).toHaveLength(3);
  });

  it('shows more of a long history', async () => {
    const pilotApi = decided();
    pilotApi.decisions = Array.from({ length: 12 }, (_, index) => ({
      ...decisions[0],
      id: `d${index}`,
    }));
    await look(pilotApi);
    expect(await items()).toHaveLength(10);
    await pressed('button', 'Show more');
    await screen.findAllByText('3 Oct 2026');
    expect(await items()).toHaveLength(12);
  });

  it('downloads them', async () => {
    const saved = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    URL.createObjectURL = () => 'blob:csv';
    URL.revokeObjectURL = () => {};
    const { pilotApi } = await look();
    await pressed('button', 'Download CSV');
    expect(await screen.findByText('Downloaded 1 row.')).toBeInTheDocument();
    expect(pilotApi.listDecisionsCsv).toHaveBeenCalledWith(dataSharing);
    saved.mockRestore();
  });

  it('tries again what failed', async () => {
    const pilotApi = decided();
    pilotApi.listDecisions.mockRejectedValueOnce(await refused(500, 'down'));
    await look(pilotApi);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Decisions could not be loaded.',
    );
    await pressed('button', 'Try again');
    expect(await items()).toHaveLength(3);
    expect(await history()).toHaveFocus();
  });

  it('is left out for who may not read it', async () => {
    const pilotApi = decided();
    pilotApi.listDecisions.mockRejectedValue(await refused(403, 'no'));
    await look(pilotApi);
    await act(async () => {});
    expect(screen.queryByText('3 Oct 2026')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is named and operable', async () => {
    await look();
    await pressed('button', 'As it was that day, 3 Oct 2026');
    expect(await accessibilityProblems(await history())).toEqual([]);
  });
});
