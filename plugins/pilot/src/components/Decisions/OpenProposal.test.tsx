import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Decision,
  Pilot,
  Proposal,
} from '@pilot-to-platform/plugin-pilot-common';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { pilotWith } from '../../__testUtils__/pilotsWorld';
import { show } from '../../__testUtils__/portals';
import { decisions, proposalWith } from '../../__testUtils__/decisionsWorld';
import { council, fullReadiness } from '../../__testUtils__/readinessWorld';
import { dataSharing, daysAgo, reader } from '../../__testUtils__/world';
import { GateBox } from './GateBox';

const pressed = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }));

const box = () => screen.findByRole('region', { name: /launch|platform/ });
const reason = () => screen.findByRole('textbox', { name: /^Why/ });

function proposed(
  part: Partial<Proposal> = {},
  gate: { open: boolean } = { open: true },
) {
  const pilotApi = new FakePilotApi();
  pilotApi.readiness = fullReadiness();
  const left = gate.open ? [] : fullReadiness().gate!.left;
  pilotApi.pilot = pilotWith({
    approvers: [council],
    gate: { to: 'platform', open: gate.open, left },
    proposal: proposalWith(part),
    can: { platform: 'openProposal', retired: 'openProposal' },
  });
  return pilotApi;
}

function proposedWith(pilot: Partial<Pilot>, part: Partial<Proposal> = {}) {
  const pilotApi = proposed(part);
  pilotApi.pilot = { ...pilotApi.pilot!, ...pilot };
  return pilotApi;
}

/** As Ada decided it. */
const decided = ({ by, at, reason: why }: Proposal): Decision => ({
  ...decisions[0],
  to: 'platform',
  phase: 'platform',
  at: daysAgo(1),
  proposed: { by, at, reason: why },
});

const toApprover = { can: { decide: true, withdraw: 'notProposer' } } as const;
const toProposer = {
  by: reader,
  can: { decide: 'ownProposal', withdraw: true },
} as const;

describe('An open proposal', () => {
  const look = (pilotApi: FakePilotApi) =>
    show(<GateBox target={dataSharing} />, { pilotApi });

  it('says who, when, why, and what changed since', async () => {
    await look(proposed());
    const region = await box();
    expect(region).toHaveTextContent('eve proposed launch 2 days ago:');
    expect(region).toHaveTextContent('Everything is there');
    expect(region).toHaveTextContent('Score 47, was 41');
    expect(region).toHaveTextContent('Things left 1, was 0');
    expect(region).toHaveTextContent('Waiting for council.');
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Withdraw/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Propose/ })).toBeNull();
  });

  it('says so where nothing changed', async () => {
    await look(proposed({ changed: [] }));
    expect(await box()).toHaveTextContent('Nothing has changed since.');
  });

  it('lets another approver approve, with a reason that stays', async () => {
    const { pilotApi } = await look(proposed(toApprover));
    await pressed('button', 'Approve');
    const dialog = await screen.findByRole('dialog', {
      name: 'Approve launch',
    });
    expect(dialog).toHaveTextContent('Decisions are never edited.');
    await pressed('button', 'Approve');
    expect(await reason()).toHaveFocus();
    expect(pilotApi.decideProposal).not.toHaveBeenCalled();
    await userEvent.type(await reason(), 'Well done');
    await pressed('button', 'Approve');
    expect(await screen.findByText('Approved.')).toBeInTheDocument();
    expect(pilotApi.decideProposal).toHaveBeenCalledWith(dataSharing, 'p1', {
      decision: 'approve',
      reason: 'Well done',
      version: 4,
    });
    const region = await screen.findByRole('region', {
      name: 'This is a platform',
    });
    await waitFor(() => expect(region).toHaveFocus());
  });

  it('lets it be rejected', async () => {
    const { pilotApi } = await look(proposed(toApprover));
    await pressed('button', 'Reject');
    await screen.findByRole('dialog', { name: 'Reject launch' });
    await userEvent.type(await reason(), 'Too early');
    await pressed('button', 'Reject');
    expect(await screen.findByText('Rejected.')).toBeInTheDocument();
    expect(pilotApi.decideProposal).toHaveBeenCalledWith(
      dataSharing,
      'p1',
      expect.objectContaining({ decision: 'reject', reason: 'Too early' }),
    );
  });

  it('names an ending as what is done, in the titles of its dialogs', async () => {
    await look(proposed({ ...toApprover, to: 'point-solution' }));
    await pressed('button', 'Reject');
    expect(
      await screen.findByRole('dialog', {
        name: 'Reject keeping it as a point solution',
      }),
    ).toBeInTheDocument();
  });

  it('can only be rejected while the gate is closed', async () => {
    await look(
      proposed(
        { can: { decide: 'gateClosed', withdraw: 'notProposer' } },
        { open: false },
      ),
    );
    expect(await box()).toHaveTextContent(
      'It can be approved when nothing is left.',
    );
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Reject' })).toBeInTheDocument();
  });

  it('is decided by somebody else than who proposed it', async () => {
    const { pilotApi } = await look(proposed(toProposer));
    expect(await box()).toHaveTextContent(
      'You proposed this, so someone else decides.',
    );
    for (const name of ['Approve', 'Reject']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
    await pressed('button', 'Withdraw proposal');
    expect(await screen.findByText('Withdrawn.')).toBeInTheDocument();
    expect(pilotApi.withdrawProposal).toHaveBeenCalledWith(dataSharing, 'p1');
    expect(screen.queryByText(/proposed launch/)).toBeNull();
    await waitFor(async () => expect(await box()).toHaveFocus());
  });

  it('says so when it was decided meanwhile, and keeps the reason', async () => {
    const pilotApi = proposed(toApprover);
    const current = {
      ...pilotApi.pilot!,
      phase: 'platform' as const,
      gate: null,
      proposal: null,
      version: 5,
    };
    pilotApi.decisions = [decided(pilotApi.pilot!.proposal!), ...decisions];
    pilotApi.decideProposal.mockRejectedValueOnce(
      await refused(409, 'It is decided', { current }),
    );
    await look(pilotApi);
    await pressed('button', 'Approve');
    await userEvent.type(await reason(), 'Well done');
    await pressed('button', 'Approve');
    const alert = await screen.findByRole('alert');
    await waitFor(() =>
      expect(alert).toHaveTextContent(/^Changed by ada .*Your text is kept\./),
    );
    expect(alert).toHaveTextContent(
      'The proposal is approved. It is in phase platform now.',
    );
    expect(await reason()).toHaveValue('Well done');
    await pressed('button', 'Show latest');
    expect(
      await screen.findByRole('region', { name: 'This is a platform' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says that it was withdrawn meanwhile', async () => {
    const pilotApi = proposed(toApprover);
    const current = { ...pilotApi.pilot!, proposal: null, version: 5 };
    pilotApi.decisions = decisions;
    pilotApi.decideProposal.mockRejectedValueOnce(
      await refused(409, 'It was withdrawn', { current }),
    );
    await look(pilotApi);
    await pressed('button', 'Approve');
    await userEvent.type(await reason(), 'Well done');
    await pressed('button', 'Approve');
    expect(
      await screen.findByText('eve withdrew the proposal.'),
    ).toBeInTheDocument();
  });

  it('says why it cannot be approved any more', async () => {
    const pilotApi = proposed(toApprover);
    const { pilot } = pilotApi;
    const can = { decide: 'gateClosed', withdraw: 'notProposer' };
    const current = { ...pilot!, proposal: { ...pilot!.proposal!, can } };
    pilotApi.decideProposal.mockRejectedValueOnce(
      await refused(409, 'The gate is closed', { current }),
    );
    await look(pilotApi);
    await pressed('button', 'Approve');
    await userEvent.type(await reason(), 'Well done');
    await pressed('button', 'Approve');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This changed in the meantime. Your text is kept.It can be approved when nothing is left.',
    );
  });

  it('keeps no text where none was typed', async () => {
    const pilotApi = proposed(toProposer);
    const current = { ...pilotApi.pilot!, proposal: null, version: 5 };
    pilotApi.decisions = [decided(pilotApi.pilot!.proposal!), ...decisions];
    pilotApi.withdrawProposal.mockRejectedValueOnce(
      await refused(409, 'It is decided', { current }),
    );
    await look(pilotApi);
    await pressed('button', 'Withdraw proposal');
    const alert = await screen.findByRole('alert');
    await waitFor(() => expect(alert).toHaveTextContent('Changed by ada'));
    expect(alert).not.toHaveTextContent('Your text is kept.');
  });

  it('offers no proposal beside it', async () => {
    await look(
      proposedWith({
        can: { platform: 'notOwner', retired: 'notOwner' },
      }),
    );
    const region = await box();
    expect(region).toHaveTextContent('eve proposed launch');
    expect(region).not.toHaveTextContent('can propose');
  });

  it.each([
    ['who waits', {}],
    ['who proposed', toProposer],
  ])('tells %s that nobody is left to decide', async (_, part) => {
    await look(proposedWith({ approvers: [] }, part));
    const region = await box();
    expect(region).toHaveTextContent(
      'No approvers are configured, so nothing can be proposed or decided.',
    );
    expect(region).not.toHaveTextContent('Waiting for');
  });

  it('keeps what is typed while a colleague decides, and then says so', async () => {
    const pilotApi = proposed(toApprover);
    const current = {
      ...pilotApi.pilot!,
      phase: 'platform' as const,
      gate: null,
      proposal: null,
      can: {},
      version: 5,
    };
    pilotApi.decideProposal.mockRejectedValueOnce(
      await refused(409, 'It is decided', { current }),
    );
    const { signals } = await look(pilotApi);
    await pressed('button', 'Reject');
    await userEvent.type(await reason(), 'Too early');
    pilotApi.pilot = current;
    act(() => signals.change(current.watch));
    await screen.findByText('This is a platform');
    expect(await reason()).toHaveValue('Too early');
    await pressed('button', 'Reject');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your text is kept.',
    );
    expect(await reason()).toHaveValue('Too early');
    await pressed('button', 'Show latest');
    const region = await screen.findByRole('region', {
      name: 'This is a platform',
    });
    // What opened the dialog has gone.
    await waitFor(() => expect(region).toHaveFocus());
  });

  it('opens as it was when it was proposed', async () => {
    await look(proposed());
    await pressed('button', 'As it was then');
    const region = await box();
    expect(region).toHaveTextContent(
      '41 Strong: 3 teams, 4 interests, 1 adopter.',
    );
    expect(region).toHaveTextContent('40% ready · Governance 80%');
  });

  it('is named and operable', async () => {
    await look(proposed(toApprover));
    expect(await accessibilityProblems(await box())).toEqual([]);
    await pressed('button', 'Reject');
    expect(
      await accessibilityProblems(await screen.findByRole('dialog')),
    ).toEqual([]);
  });
});
