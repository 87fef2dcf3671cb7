import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { pilotWith } from '../../__testUtils__/pilotsWorld';
import { show } from '../../__testUtils__/portals';
import {
  council,
  fullReadiness,
  twoOperators,
} from '../../__testUtils__/readinessWorld';
import { dataSharing } from '../../__testUtils__/world';
import { GateBox } from './GateBox';

const pressed = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }));

const box = (name: string | RegExp) => screen.findByRole('region', { name });
const things = async () =>
  within(
    await screen.findByRole('list', { name: 'Things left' }),
  ).findAllByRole('listitem');

function inBuildOut() {
  const pilotApi = new FakePilotApi();
  pilotApi.readiness = fullReadiness();
  pilotApi.pilot = pilotWith({
    approvers: [council],
    can: { platform: 'gateClosed', retired: true },
  });
  return pilotApi;
}

describe('What the gate box says', () => {
  const look = (pilotApi: FakePilotApi) =>
    show(<GateBox target={dataSharing} />, { pilotApi });

  const signed = async () => {
    await pressed('button', `Attest again, ${twoOperators.question}`);
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Evidence URL/ }),
      'https://rota.example.com',
    );
    await pressed('button', 'Sign');
  };

  it('takes off what was signed before the Pilot is loaded again', async () => {
    const pilotApi = inBuildOut();
    await look(pilotApi);
    await box('Before launch: 2 things left');
    pilotApi.getPilot.mockReturnValue(new Promise(() => {}));
    await signed();
    const one = await box('Before launch: 1 thing left');
    expect(await things()).toHaveLength(1);
    expect(within(one).getByText('Signed.')).toBeInTheDocument();
    await waitFor(() => expect(one).toHaveFocus());
  });

  it('keeps saying what was signed until something else is left', async () => {
    const pilotApi = inBuildOut();
    const { signals } = await look(pilotApi);
    await signed();
    expect(await screen.findByText('Signed.')).toBeInTheDocument();
    const loads = pilotApi.getPilot.mock.calls.length;
    act(() => signals.change('watch-data-sharing'));
    await waitFor(() =>
      expect(pilotApi.getPilot.mock.calls.length).toBeGreaterThan(loads),
    );
    expect(screen.getByText('Signed.')).toBeInTheDocument();
  });

  it('says no more that something waits once it is decided', async () => {
    const pilotApi = inBuildOut();
    const { signals } = await look(pilotApi);
    await pressed('button', 'Other endings');
    await pressed('menuitem', 'Retire');
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Why/ }),
      'Nobody came',
    );
    await pressed('button', 'Propose');
    expect(await screen.findByText(/^Proposed\./)).toBeInTheDocument();
    pilotApi.pilot = {
      ...pilotApi.pilot!,
      phase: 'retired',
      gate: null,
      proposal: null,
      version: 9,
    };
    act(() => signals.change('watch-data-sharing'));
    await box('This is retired');
    expect(screen.queryByText(/^Proposed\./)).toBeNull();
  });

  it('says that the checks left are on their way, and when they cannot be had', async () => {
    const pilotApi = inBuildOut();
    let fail = (_: Error) => {};
    pilotApi.getReadiness.mockReturnValueOnce(
      new Promise((_, reject) => {
        fail = reject;
      }),
    );
    await look(pilotApi);
    expect(await screen.findByText('Loading Things left')).toBeInTheDocument();
    expect(screen.queryByText(twoOperators.id)).toBeNull();
    const error = await refused(500, 'down');
    await act(async () => fail(error));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Things left could not be loaded.',
    );
    expect(screen.queryByText(twoOperators.id)).toBeNull();
    await pressed('button', 'Try again');
    expect(await things()).toHaveLength(2);
    const region = await box('Before launch: 2 things left');
    await waitFor(() => expect(region).toHaveFocus());
  });

  it('sends an approver who owns it to an approver of another team', async () => {
    const pilotApi = inBuildOut();
    pilotApi.readiness = fullReadiness({
      checks: [
        { ...twoOperators, can: { ...twoOperators.can, waive: 'ownsIt' } },
      ],
    });
    await look(pilotApi);
    const [row] = await things();
    expect(row).toHaveTextContent(
      'Your team owns it, so an approver of another team waives it.',
    );
    expect(row).not.toHaveTextContent('ask council');
  });
});
