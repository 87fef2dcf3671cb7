import '../../__testUtils__/wideScreen';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { At } from '../../__testUtils__/At';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { pilotItemWith, readinessWith } from '../../__testUtils__/pilotsWorld';
import { show, type Given } from '../../__testUtils__/portals';
import { policy } from '../../__testUtils__/world';
import { MapPage } from './MapPage';

const address = () => screen.getByRole('status', { name: 'Address' });
const map = () => screen.findByRole('img', { name: /pilots?:/ });
const pressed = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));
const place = (name: string) => within(screen.getByRole('region', { name }));
const markOf = async (target: string) =>
  (await map()).querySelector(`[data-target="${target}"]`)!;

const flags = 'pilot:default/flags';
const world = [
  pilotItemWith({ phase: 'build-out', score: 47.9, level: 'strong' }),
  pilotItemWith({
    target: flags,
    title: 'Feature flags',
    score: 62,
    level: 'proven',
    readiness: readinessWith({ weakest: 'docs', weakestScore: 0.75 }),
    gate: { to: 'platform', open: true, left: 0 },
  }),
  pilotItemWith({
    target: 'pilot:default/new',
    title: 'Brand new',
    phase: 'pilot',
    readiness: readinessWith({
      score: null,
      weakest: null,
      weakestScore: null,
    }),
  }),
];

describe('MapPage', () => {
  const open = (search = '', given: Given = {}) =>
    show(
      <At search={search}>
        <MapPage />
      </At>,
      { pilotApi: new FakePilotApi({ listed: world }), ...given },
    );

  it('says in its name how many Pilots are where', async () => {
    await open();
    expect(await map()).toHaveAccessibleName(
      '2 pilots: 2 to build out, 0 ready to launch, 0 to keep small, 0 ready with low demand, 0 healthy, 0 in need of attention, 0 ended. Readiness of 1 more is unknown.',
    );
    expect(screen.getByRole('heading', { name: '3 pilots' })).toBeVisible();
  });

  it('has a link to every Pilot, by its place, with what places it', async () => {
    await open();
    await map();
    const buildOut = place('Build out (2)');
    expect(
      buildOut.getByRole('link', { name: 'Partner data sharing' }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing/demand');
    expect(
      buildOut.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      expect.stringContaining(
        'phase build-out, 47 Strong, weakest Headcount 40%',
      ),
      expect.stringContaining('phase demand, 62 Proven, weakest Docs 75%'),
    ]);
    expect(place('Ready to launch (0)').queryByRole('link')).toBeNull();
    expect(
      place('Readiness unknown (1)').getByRole('listitem'),
    ).toHaveTextContent('Brand newphase pilot, 0 None, readiness unknown');
    expect(place('Keep small (0)').queryByRole('link')).toBeNull();
  });

  it('draws the phase as a shape, filled where nothing is left', async () => {
    await open();
    const shape = async (target: string) =>
      (await markOf(target)).querySelector('[data-shape]');
    expect(await shape('pilot:default/data-sharing')).toHaveAttribute(
      'data-shape',
      'square',
    );
    expect(await shape('pilot:default/data-sharing')).toHaveAttribute(
      'data-filled',
      'false',
    );
    expect(await shape(flags)).toHaveAttribute('data-shape', 'triangle');
    expect(await shape(flags)).toHaveAttribute('data-filled', 'true');
    expect((await map()).querySelector('[tabindex], a')).toBeNull();
  });

  it('outlines the mark of a link in focus, and the link of a mark', async () => {
    await open();
    await map();
    const link = screen.getByRole('link', { name: 'Feature flags' });
    const item = link.closest('li');
    link.focus();
    await waitFor(async () =>
      expect(await markOf(flags)).toHaveAttribute('data-pointed', 'true'),
    );
    link.blur();
    await waitFor(async () =>
      expect(await markOf(flags)).toHaveAttribute('data-pointed', 'false'),
    );
    await userEvent.hover(link);
    expect(await markOf(flags)).toHaveAttribute('data-pointed', 'true');
    await userEvent.unhover(link);
    expect(await markOf(flags)).toHaveAttribute('data-pointed', 'false');
    await userEvent.hover(await markOf(flags));
    expect(item).toHaveAttribute('data-pointed', 'true');
    await userEvent.unhover(await markOf(flags));
    expect(item).toHaveAttribute('data-pointed', 'false');
  });

  it('draws its line at the gate of the policy', async () => {
    const gates = { 'build-out': { teams: 3, useCases: 3, score: 50 } };
    const pilotApi = new FakePilotApi({
      listed: world,
      policy: { ...policy, decisions: { approvers: [], gates } },
    });
    await open('', { pilotApi });
    expect(await map()).toHaveAccessibleName(/1 to build out.*1 to keep small/);
    expect(screen.getByText('gate 50')).toBeInTheDocument();
  });

  it('is a table on request', async () => {
    await open();
    await map();
    await pressed('As a table');
    const rows = within(screen.getByRole('table', { name: 'Map' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map(row => row.textContent)).toEqual([
      'Partner data sharingBuild-out47 StrongHeadcount 40%Build out',
      'Feature flagsDemand62 ProvenDocs 75%Build out',
      'Brand newPilot0 NoneNot knownReadiness unknown',
    ]);
    expect(screen.queryByRole('img', { name: /pilots:/ })).toBeNull();
  });

  it('has the filters and the address of the portfolio', async () => {
    const { pilotApi } = await open('?phase=build-out&sort=name&kind=API');
    await map();
    expect(pilotApi.listPilots.mock.calls[0][0]).toMatchObject({
      phase: ['build-out'],
      orderBy: '-score',
    });
    expect(
      screen.getByText("Filter 'kind=API' does not exist and was left out."),
    ).toBeInTheDocument();
    expect(screen.getByText('Phase: Build-out')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Sort by/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'See as a list' })).toHaveAttribute(
      'href',
      '/pilots/portfolio?phase=build-out&sort=name',
    );
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await waitFor(() => expect(address()).toHaveTextContent('?sort=name'));
  });

  it('shows at most 300, in as few requests as there have to be', async () => {
    const listed = Array.from({ length: 301 }, (_, index) =>
      pilotItemWith({ target: `pilot:default/p${index}`, title: `P ${index}` }),
    );
    const pilotApi = new FakePilotApi({ listed });
    await open('', { pilotApi });
    expect(await map()).toHaveAccessibleName(/^300 pilots: 0 to build out/);
    expect(
      screen.getByText('Showing the 300 with most demand.'),
    ).toBeInTheDocument();
    const limits = pilotApi.listPilots.mock.calls
      .map(([query]) => query?.limit)
      .filter(limit => limit !== 1);
    expect(limits).toEqual([150, 150]);
  });

  it('says of a past day that readiness is not kept', async () => {
    const past = world.map(pilot => ({
      ...pilot,
      readiness: null,
      recommendation: null,
    }));
    await open('?asOf=2026-03-01', {
      pilotApi: new FakePilotApi({ listed: past }),
    });
    const unknown = await screen.findByRole('region', {
      name: 'Readiness unknown (3)',
    });
    expect(unknown).toHaveTextContent('Readiness is not kept for past days.');
    expect(screen.queryByRole('img', { name: /pilots/ })).toBeNull();
  });

  it('teaches how a first Pilot comes about', async () => {
    await open('', { pilotApi: new FakePilotApi({ listed: [] }) });
    expect(await screen.findByText('No pilots yet')).toBeInTheDocument();
  });

  it.each(['listPilots', 'getPolicy'] as const)(
    'offers to load again when %s fails',
    async call => {
      const pilotApi = new FakePilotApi({ listed: world });
      const error = await refused(500, 'down');
      const failing = async () => {
        throw error;
      };
      pilotApi[call].mockImplementationOnce(failing);
      if (call === 'listPilots') pilotApi[call].mockImplementationOnce(failing);
      await open('', { pilotApi });
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Map could not be loaded.',
      );
      await pressed('Try again');
      expect(await map()).toBeInTheDocument();
    },
  );

  it.each([403, 404])('says no more than it must after a %d', async status => {
    const pilotApi = new FakePilotApi();
    pilotApi.listPilots.mockRejectedValue(await refused(status, 'no'));
    await open('', { pilotApi });
    expect(
      await screen.findByText('There is nothing here that you can see.'),
    ).toBeInTheDocument();
  });

  it('is named and operable', async () => {
    await open('?phase=build-out');
    await map();
    expect(await accessibilityProblems(screen.getByTestId('page'))).toEqual([]);
  });
});
