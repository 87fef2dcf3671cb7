import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { decisions, proposalWith } from '../../__testUtils__/decisionsWorld';
import { ownersCan, ready, withPilot } from '../../__testUtils__/gateWorld';
import { show } from '../../__testUtils__/portals';
import { dataSharing } from '../../__testUtils__/world';
import { GateBox } from './GateBox';

const pressed = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }));

const box = (name: string | RegExp) => screen.findByRole('region', { name });
const reason = () => screen.findByRole('textbox', { name: /^Why/ });

describe('Proposing', () => {
  const look = (pilotApi: FakePilotApi) =>
    show(<GateBox target={dataSharing} />, { pilotApi });

  it('proposes once nothing is left', async () => {
    const pilotApi = ready();
    await look(pilotApi);
    await box('Nothing left before launch');
    expect(screen.queryByRole('list', { name: 'Things left' })).toBeNull();
    await pressed('button', 'Propose launch');
    const dialog = await screen.findByRole('dialog', {
      name: 'Propose launch',
    });
    expect(dialog).toHaveTextContent(
      'Recorded with it: score 47 Strong, 2 teams, readiness 62%, 0 left.',
    );
    expect(dialog).toHaveTextContent('council can decide.');
    await pressed('button', 'Propose');
    expect(await reason()).toHaveFocus();
    expect(await reason()).toHaveAccessibleDescription(
      /Say why\. The decision keeps it\./,
    );
    expect(pilotApi.proposePhase).not.toHaveBeenCalled();

    await userEvent.type(await reason(), 'All is there');
    await pressed('button', 'Propose');
    expect(await screen.findByText(/^Proposed\./)).toHaveTextContent(
      'Proposed. council can decide.',
    );
    expect(pilotApi.proposePhase).toHaveBeenCalledWith(dataSharing, {
      to: 'platform',
      bypass: false,
      reason: 'All is there',
      version: 3,
    });
    expect(
      await screen.findByText('You proposed this, so someone else decides.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('keeps the reason when somebody else was quicker', async () => {
    const pilotApi = ready();
    const current = {
      ...pilotApi.pilot!,
      version: 4,
      phase: 'platform' as const,
      gate: null,
    };
    pilotApi.decisions = [
      { ...decisions[0], at: '2026-11-20T15:00:00.000Z', phase: 'platform' },
      ...decisions,
    ];
    pilotApi.proposePhase.mockRejectedValueOnce(
      await refused(409, 'It has been changed', { current }),
    );
    await look(pilotApi);
    await pressed('button', 'Propose launch');
    await userEvent.type(await reason(), 'All is there');
    await pressed('button', 'Propose');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveFocus();
    await waitFor(() =>
      expect(alert).toHaveTextContent(/^Changed by ada .*Your text is kept\./),
    );
    expect(alert).toHaveTextContent(
      'The proposal is approved. It is in phase platform now.',
    );
    expect(await reason()).toHaveValue('All is there');
    await pressed('button', 'Show latest');
    const latest = await box('This is a platform');
    await waitFor(() => expect(latest).toHaveFocus());
  });

  it.each([
    ['Propose launch', 'button'],
    ['Retire', 'menuitem'],
  ])(
    'keeps what is typed while a colleague proposes: %s',
    async (name, role) => {
      const pilotApi = ready();
      const { signals } = await look(pilotApi);
      if (role === 'menuitem') await pressed('button', 'Other endings');
      await pressed(role, name);
      await userEvent.type(await reason(), 'It is time');
      pilotApi.pilot = {
        ...pilotApi.pilot!,
        version: 4,
        proposal: proposalWith(),
        can: { platform: 'openProposal', retired: 'openProposal' },
      };
      pilotApi.proposePhase.mockRejectedValueOnce(
        await refused(409, 'Proposed already', { current: pilotApi.pilot }),
      );
      act(() => signals.change(pilotApi.pilot!.watch));
      await screen.findByText(/^Waiting for/);
      expect(await reason()).toHaveValue('It is time');
      await pressed('button', 'Propose');
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent(
        'Changed by eve 2 days ago. Your text is kept.',
      );
      expect(alert).toHaveTextContent('Proposed: launch.');
      expect(await reason()).toHaveValue('It is time');
    },
  );

  it.each([
    [
      'nobody is there to decide',
      { approvers: [], can: { platform: 'noApprovers' } },
      'No approvers are configured, so nothing can be proposed or decided.',
    ],
    [
      'something is left again',
      {
        gate: withPilot().pilot!.gate,
        can: { platform: 'gateClosed', retired: true },
      },
      'You can propose launch when nothing is left.',
    ],
  ])('says why a proposal is refused: %s', async (_, part, why) => {
    const pilotApi = ready();
    pilotApi.proposePhase.mockRejectedValueOnce(
      await refused(409, 'no', { current: { ...pilotApi.pilot!, ...part } }),
    );
    await look(pilotApi);
    await pressed('button', 'Propose launch');
    await userEvent.type(await reason(), 'All is there');
    await pressed('button', 'Propose');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'This changed in the meantime. Your text is kept.',
    );
    expect(alert).toHaveTextContent(why);
  });

  it('keeps the reason when saving fails', async () => {
    const pilotApi = ready();
    pilotApi.proposePhase.mockRejectedValueOnce(await refused(500, 'down'));
    await look(pilotApi);
    await pressed('button', 'Propose launch');
    await userEvent.type(await reason(), 'All is there');
    await pressed('button', 'Propose');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save. Nothing was changed.',
    );
    await pressed('button', 'Try again');
    expect(await screen.findByText(/^Proposed\./)).toBeInTheDocument();
  });

  it('proposes as platform-scale, past the gate', async () => {
    const pilotApi = withPilot({
      phase: 'pilot',
      platformScale: true,
      gate: {
        to: 'build-out',
        open: false,
        left: [{ code: 'teams', value: 0, needed: 3 }],
      },
      can: { ...ownersCan, 'build-out': 'gateClosed', bypass: true },
    });
    await look(pilotApi);
    await pressed('button', 'Propose as platform-scale');
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'The gate is not open. The decision says that it was passed by, and why.',
    );
    await userEvent.type(await reason(), 'Every team needs it');
    await pressed('button', 'Propose');
    await screen.findByText(/^Proposed\./);
    expect(pilotApi.proposePhase).toHaveBeenCalledWith(
      dataSharing,
      expect.objectContaining({ to: 'build-out', bypass: true }),
    );
  });
});
