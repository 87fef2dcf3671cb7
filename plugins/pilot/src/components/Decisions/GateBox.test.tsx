import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { withPilot } from '../../__testUtils__/gateWorld';
import { show } from '../../__testUtils__/portals';
import { twoOperators } from '../../__testUtils__/readinessWorld';
import { dataSharing, partnerTech } from '../../__testUtils__/world';
import { GateBox } from './GateBox';

const pressed = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }));

const box = (name: string | RegExp) => screen.findByRole('region', { name });
const things = async () =>
  within(
    await screen.findByRole('list', { name: 'Things left' }),
  ).findAllByRole('listitem');

describe('GateBox', () => {
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
    expect(
      screen.getByText(/^This is advice as of .* It enables nothing\.$/),
    ).toBeInTheDocument();
  });

  it('does not recommend to retire what is retired', async () => {
    await look(
      withPilot({
        phase: 'retired',
        gate: null,
        can: { reopen: true },
        recommendation: { code: 'retire', reasons: [{ code: 'isRetired' }] },
      }),
    );
    await box('This is retired');
    expect(screen.queryByText(/^Recommended/)).toBeNull();
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
