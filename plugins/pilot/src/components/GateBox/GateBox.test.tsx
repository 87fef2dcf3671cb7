import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { pilotWith } from '../../__testUtils__/pilotsWorld';
import { portals } from '../../__testUtils__/portals';
import {
  council,
  decisions,
  fullReadiness,
  proposalWith,
  twoOperators,
} from '../../__testUtils__/readinessWorld';
import { dataSharing, partnerTech } from '../../__testUtils__/world';
import { GateBox } from './GateBox';

const pressed = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }));

const box = (name: string | RegExp) => screen.findByRole('region', { name });
const reason = () => screen.findByRole('textbox', { name: /^Why/ });
const things = async () =>
  within(
    await screen.findByRole('list', { name: 'Things left' }),
  ).findAllByRole('listitem');

const ownersCan: Pilot['can'] = {
  platform: 'gateClosed',
  'build-out': 'wrongPhase',
  'point-solution': true,
  retired: true,
  reopen: true,
  bypass: 'wrongPhase',
};

function withPilot(part: Partial<Pilot> = {}) {
  const pilotApi = new FakePilotApi();
  pilotApi.readiness = fullReadiness();
  pilotApi.pilot = pilotWith({ approvers: [council], can: ownersCan, ...part });
  return pilotApi;
}

const open = { to: 'platform', open: true, left: [] } as const;
const ready = () =>
  withPilot({
    gate: { ...open, left: [] },
    can: { ...ownersCan, platform: true },
  });

describe.each(portals)('GateBox in the $system', ({ show }) => {
  const look = (pilotApi: FakePilotApi) =>
    show(<GateBox target={dataSharing} />, { pilotApi });

  it('lists as many things as it says are left, with what to do', async () => {
    await look(withPilot());
    await box('Before launch: 2 things left');
    await screen.findByText('Is it monitored?');
    const rows = await things();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toHaveTextContent('Fail');
    expect(rows[0]).toHaveTextContent('Headcount');
    expect(rows[0]).toHaveTextContent('attested by ada, 3 days ago');
    expect(rows[0]).toHaveTextContent('Put two names on the rota.');
    expect(rows[0]).toHaveTextContent(
      'Who can fix it: partner-tech. Or ask council for a waiver.',
    );
    expect(
      within(rows[0]).getByRole('button', { name: /^Attest again, Can at/ }),
    ).toBeInTheDocument();
    expect(
      within(rows[1]).getByRole('link', { name: 'Details, Is it monitored?' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/pilot/data-sharing/readiness?check=automation.monitoring',
    );
    expect(
      screen.getByText('You can propose launch when nothing is left.'),
    ).toBeInTheDocument();
  });

  it('says which numbers are not reached, rounded down', async () => {
    await look(
      withPilot({
        phase: 'demand',
        gate: {
          to: 'build-out',
          open: false,
          left: [
            { code: 'teams', value: 2, needed: 3 },
            { code: 'useCases', value: 1, needed: 3 },
            { code: 'score', value: 39.7, needed: 40 },
          ],
        },
      }),
    );
    await box('Before build-out: 3 things left');
    const [teams, useCases, score] = await things();
    expect(teams).toHaveTextContent('Teams 2 of 3');
    expect(useCases).toHaveTextContent('Use cases 1 of 3');
    expect(score).toHaveTextContent('Score 39 of 40');
    expect(within(score).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/pilot/data-sharing/demand',
    );
  });

  it('takes a thing off that was attested, and keeps the focus', async () => {
    const pilotApi = withPilot();
    await look(pilotApi);
    await pressed('button', `Attest again, ${twoOperators.question}`);
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Evidence URL/ }),
      'https://rota.example.com',
    );
    await pressed('button', 'Sign');
    const one = await box('Before launch: 1 thing left');
    expect(await things()).toHaveLength(1);
    expect(within(one).getByText('Signed.')).toHaveAttribute('role', 'status');
    await waitFor(() => expect(one).toHaveFocus());
  });

  it('recommends, with its reasons one press away', async () => {
    await look(withPilot());
    expect(
      await screen.findByText('Recommended: hand off.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/fewer than two people/)).toBeNull();
    const why = screen.getByRole('button', { name: 'Why?' });
    expect(why).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(why);
    expect(
      screen.getByText('fewer than two people can operate it'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('too few people for the teams that use it'),
    ).toBeInTheDocument();
  });

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

  it.each([
    [
      'no approvers',
      { platform: 'noApprovers', retired: 'noApprovers' },
      'No approvers are configured, so nothing can be proposed or decided.',
    ],
    [
      'another owner',
      { platform: 'notOwner', retired: 'notOwner' },
      'partner-tech can propose launch when nothing is left.',
    ],
  ])('says why nothing can be proposed: %s', async (_, can, text) => {
    await look(withPilot({ can, owner: partnerTech }));
    const region = await box(/^Before launch/);
    expect(region).toHaveTextContent(text);
    expect(screen.queryByRole('button', { name: /^Propose/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Other endings' })).toBeNull();
  });

  it('offers other endings, none of them as a failure', async () => {
    const pilotApi = withPilot();
    await look(pilotApi);
    await pressed('button', 'Other endings');
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual([
      'Keep as point solution',
      'Retire',
      'Bring back to demand',
      'Hand off',
    ]);
    await pressed('menuitem', 'Keep as point solution');
    const dialog = await screen.findByRole('dialog', {
      name: 'Propose to keep it as a point solution',
    });
    // What is left before a gate is nothing to an ending.
    expect(dialog).not.toHaveTextContent('left');
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Other endings' }),
      ).toHaveFocus(),
    );
  });

  it('says how to hand off', async () => {
    await look(withPilot());
    await pressed('button', 'Other endings');
    await pressed('menuitem', 'Hand off');
    expect(
      await screen.findByRole('dialog', { name: 'Hand off' }),
    ).toHaveTextContent('spec.handOff');
  });

  it('names who takes over', async () => {
    await look(withPilot({ handOff: 'group:default/data-platform' }));
    expect(await box(/^Before launch/)).toHaveTextContent(
      'data-platform takes over, as the pilot states.',
    );
  });

  it('brings back what has ended', async () => {
    await look(
      withPilot({
        phase: 'point-solution',
        gate: null,
        phaseReason: 'Nobody else came',
        can: { reopen: true, 'point-solution': 'wrongPhase' },
        recommendation: {
          code: 'point-solution',
          reasons: [{ code: 'stayedSmall' }],
        },
      }),
    );
    const region = await box('This is kept as a point solution');
    expect(region).toHaveTextContent('Since 3 Oct 2026.');
    expect(region).toHaveTextContent('Nobody else came');
    await pressed('button', 'Other endings');
    const items = await screen.findAllByRole('menuitem');
    expect(items.map(item => item.textContent)).toEqual(['Bring back']);
  });

  it.each([403, 404])('is left out where the answer is %d', async status => {
    const pilotApi = withPilot();
    pilotApi.getPilot.mockRejectedValue(await refused(status, 'no'));
    await look(pilotApi);
    await waitFor(() =>
      expect(
        screen.queryByRole('region', { name: 'What comes next' }),
      ).toBeNull(),
    );
  });

  it('tries again what failed', async () => {
    const pilotApi = withPilot();
    pilotApi.getPilot.mockRejectedValueOnce(await refused(500, 'down'));
    await look(pilotApi);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'What comes next could not be loaded.',
    );
    await pressed('button', 'Try again');
    expect(await box(/^Before launch/)).toHaveFocus();
  });

  it('is named and operable', async () => {
    await look(withPilot());
    await screen.findByText('Is it monitored?');
    expect(await accessibilityProblems(await box(/^Before launch/))).toEqual(
      [],
    );
  });
});
