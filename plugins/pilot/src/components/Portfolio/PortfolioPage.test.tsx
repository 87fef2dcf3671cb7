import '../../__testUtils__/wideScreen';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReadinessByRefs } from '@pilot-to-platform/plugin-pilot-common';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { At } from '../../__testUtils__/At';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show, type Given } from '../../__testUtils__/portals';
import { pilotItemWith, readinessWith } from '../../__testUtils__/pilotsWorld';
import {
  daysAgo,
  listed,
  listItemWith,
  policy,
} from '../../__testUtils__/world';
import { PortfolioPage } from './PortfolioPage';

const address = () => screen.getByRole('status', { name: 'Address' });
const pressed = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));
const rows = () => screen.getAllByRole('row').slice(1);

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    listItemWith({
      target: `pilot:default/p${index}`,
      title: `Pilot ${index}`,
      watch: `watch-${index}`,
    }),
  );
const ended = listItemWith({
  target: 'pilot:default/old',
  title: 'Old thing',
  phase: 'retired',
});

describe('PortfolioPage', () => {
  const open = (search = '', given: Given = {}) =>
    show(
      <At search={search}>
        <PortfolioPage />
      </At>,
      given,
    );

  it('lists Pilots with phase, demand and teams, most wanted first', async () => {
    const pilotApi = new FakePilotApi({
      listed: [{ ...listed[0], phaseSince: daysAgo(2) }],
    });
    await open('', { pilotApi });
    const link = await screen.findByRole('link', {
      name: 'Partner data sharing',
    });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/pilot/data-sharing/demand',
    );
    const [row] = rows();
    expect(row).toHaveTextContent('partner-tech');
    expect(row).toHaveTextContent('Demand');
    expect(row).toHaveTextContent(/since \d+ \w+ 20\d\d/);
    expect(row).toHaveTextContent('47Strong');
    expect(row).toHaveTextContent('31 to 47 in 13 weeks');
    expect(row).toHaveTextContent('rising');
    expect(screen.getByRole('heading', { name: '1 pilot' })).toBeVisible();
    expect(
      screen.getByRole('columnheader', { name: /Demand/ }),
    ).toHaveAttribute('aria-sort', 'descending');
    expect(pilotApi.listPilots).toHaveBeenCalledWith(
      expect.objectContaining({
        phase: ['pilot', 'demand', 'build-out', 'platform'],
        orderBy: '-score',
        weeks: true,
        total: true,
      }),
      expect.anything(),
    );
  });

  it('shows what is missing and what comes next', async () => {
    await open('', {
      pilotApi: new FakePilotApi({
        listed: [
          pilotItemWith(),
          pilotItemWith({
            target: 'pilot:default/flags',
            title: 'Feature flags',
            gate: { to: 'build-out', open: true, left: 0 },
            recommendation: { code: 'invest', reasons: [{ code: 'gateMet' }] },
            readiness: readinessWith({ score: null, weakest: null }),
          }),
          pilotItemWith({
            target: 'pilot:default/exports',
            title: 'Partner exports',
            proposal: {
              id: 'p1',
              to: 'platform',
              by: 'user:default/ada',
              at: daysAgo(2),
            },
          }),
          pilotItemWith({
            target: 'pilot:default/hidden',
            title: 'Hidden readiness',
            readiness: null,
            gate: null,
          }),
        ],
      }),
    });
    await screen.findByRole('link', { name: 'Partner data sharing' });
    const [left, none, waits, hidden] = rows();
    expect(left).toHaveTextContent('62%, weakest Headcount 40%1 unknown');
    expect(left).toHaveTextContent('Hand off2 left to launch');
    expect(none).toHaveTextContent('No checks apply');
    expect(none).toHaveTextContent('InvestNothing left before build-out');
    expect(
      within(waits).getByRole('link', { name: 'Decision waits' }),
    ).toHaveAttribute('href', '/catalog/default/pilot/exports/readiness');
    expect(waits).not.toHaveTextContent('left to launch');
    expect(hidden).toHaveTextContent('Not known');
    expect(hidden).not.toHaveTextContent('left to');
  });

  it('tells an administrator which settings lead nowhere, until they dismiss it', async () => {
    const problems = ['decisions.approvers: there is no group:default/typo'];
    const pilotApi = new FakePilotApi({ policy: { ...policy, problems } });
    const { storage } = await open('', { pilotApi });
    expect(await screen.findByText('1 setting leads nowhere')).toBeVisible();
    expect(screen.getByText(problems[0])).toBeVisible();
    await pressed('Dismiss');
    expect(screen.queryByText(problems[0])).not.toBeInTheDocument();
    expect(storage.forBucket('pilot').snapshot('settings-problems').value).toBe(
      problems[0],
    );
  });

  it('says nothing of settings to anybody else', async () => {
    await open();
    await screen.findByRole('link', { name: 'Partner data sharing' });
    expect(screen.queryByText(/lead nowhere/)).not.toBeInTheDocument();
  });

  it('filters by what is recommended', async () => {
    const { pilotApi } = await open('?recommended=invest,luck');
    expect(await screen.findByText('No pilot matches.')).toBeInTheDocument();
    expect(screen.getByText('Recommended: Invest')).toBeInTheDocument();
    expect(
      screen.getByText(
        "Filter 'recommended=luck' does not exist and was left out.",
      ),
    ).toBeInTheDocument();
    expect(pilotApi.listPilots.mock.calls[0][0]).toMatchObject({
      recommended: ['invest'],
    });
    await pressed(/Recommended$/);
    await userEvent.click(
      await screen.findByRole('option', { name: 'Hand off' }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(address()).toHaveTextContent('?recommended=invest,hand-off'),
    );
    expect(
      await screen.findByRole('link', { name: 'Partner data sharing' }),
    ).toBeInTheDocument();
  });

  it.each([
    { column: /Readiness/, sort: '-readiness' },
    { column: /Phase/, sort: 'phase' },
  ])('sorts by $sort', async ({ column, sort }) => {
    const { pilotApi } = await open();
    await screen.findByRole('link', { name: 'Partner data sharing' });
    await userEvent.click(screen.getByRole('columnheader', { name: column }));
    expect(address()).toHaveTextContent(`?sort=${sort}`);
    await waitFor(() =>
      expect(pilotApi.listPilots.mock.calls.at(-1)![0]).toMatchObject({
        orderBy: sort,
      }),
    );
  });

  it('reads the address, and says what in it means nothing', async () => {
    const { pilotApi } = await open('?level=strong,huge&sort=name');
    await screen.findByRole('link', { name: 'Partner data sharing' });
    expect(
      screen.getByText("Filter 'level=huge' does not exist and was left out."),
    ).toBeInTheDocument();
    expect(pilotApi.listPilots.mock.calls[0][0]).toMatchObject({
      level: ['strong'],
      orderBy: 'name',
    });
    expect(screen.getByText('Level: Strong')).toBeInTheDocument();
  });

  it('searches while somebody types, without a request per letter', async () => {
    const { pilotApi } = await open();
    await screen.findByRole('link', { name: 'Partner data sharing' });
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search pilots' }),
      'nothing like it',
    );
    expect(address()).toHaveTextContent('?q=nothing+like+it');
    expect(await screen.findByText('No pilot matches.')).toBeInTheDocument();
    const texts = () =>
      pilotApi.listPilots.mock.calls.flatMap(([query]) =>
        query?.q ? [query.q] : [],
      );
    await waitFor(() => expect(texts().at(-1)).toBe('nothing like it'));
    expect(texts().length).toBeLessThan('nothing like it'.length);
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(
      await screen.findByRole('link', { name: 'Partner data sharing' }),
    ).toBeInTheDocument();
    expect(address()).toHaveTextContent('');
  });

  it('filters by what is chosen', async () => {
    const { pilotApi } = await open();
    await screen.findByRole('link', { name: 'Partner data sharing' });
    await pressed(/Level/);
    await userEvent.click(
      await screen.findByRole('option', { name: 'Proven' }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(address()).toHaveTextContent('?level=proven'));
    await waitFor(() =>
      expect(pilotApi.listPilots.mock.calls.at(-1)![0]).toMatchObject({
        level: ['proven'],
      }),
    );
  });

  it('sorts by a column, from high to low first', async () => {
    await open();
    await screen.findByRole('link', { name: 'Partner data sharing' });
    await userEvent.click(screen.getByRole('columnheader', { name: /Teams/ }));
    expect(address()).toHaveTextContent('?sort=-teams');
    await userEvent.click(screen.getByRole('columnheader', { name: /Teams/ }));
    await waitFor(() => expect(address()).toHaveTextContent('?sort=teams'));
    await userEvent.click(screen.getByRole('columnheader', { name: /Name/ }));
    await waitFor(() => expect(address()).toHaveTextContent('?sort=name'));
  });

  it('shows other kinds without a phase and what comes next', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.getReadinessByRefs.mockImplementation(
      async ({ targets }: ReadinessByRefs) => ({
        items: targets.map(target => readinessWith({ target, unknown: 0 })),
      }),
    );
    await open('?kind=API', { pilotApi });
    await screen.findByRole('link', { name: 'Recipient API' });
    expect(
      await screen.findByText('62%, weakest Headcount 40%'),
    ).toBeInTheDocument();
    expect(pilotApi.getReadinessByRefs).toHaveBeenCalledTimes(1);
    expect(pilotApi.listDemand.mock.calls[0][0]).toMatchObject({
      kind: ['API'],
    });
    for (const name of ['Phase', 'Next']) {
      expect(
        screen.queryByRole('columnheader', { name }),
      ).not.toBeInTheDocument();
    }
    expect(
      screen.getByRole('heading', { name: '1 of kind API' }),
    ).toBeVisible();
  });

  it('loads a long list page by page', async () => {
    const pilotApi = new FakePilotApi({ listed: many(60) });
    await open('', { pilotApi });
    await screen.findByText('Pilot 0');
    expect(rows()).toHaveLength(50);
    expect(screen.getByRole('heading', { name: '60 pilots' })).toBeVisible();
    pilotApi.listPilots.mockRejectedValueOnce(await refused(500, 'down'));
    await pressed('Show more');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Portfolio could not be loaded.',
    );
    expect(rows()).toHaveLength(50);
    await pressed('Try again');
    await screen.findByText('Pilot 59');
    expect(rows()).toHaveLength(60);
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('leaves out ended Pilots and counts them', async () => {
    const pilotApi = new FakePilotApi({ listed: [...many(2), ended] });
    await open('', { pilotApi });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show 1 ended' }),
    );
    expect(
      await screen.findByRole('link', { name: 'Old thing' }),
    ).toBeInTheDocument();
    expect(address()).toHaveTextContent('?phase=point-solution,retired');
  });

  it('says when all have ended', async () => {
    const pilotApi = new FakePilotApi({ listed: [ended] });
    await open('', { pilotApi });
    expect(await screen.findByText('1 pilot has ended.')).toBeInTheDocument();
    await pressed('Show them');
    expect(
      await screen.findByRole('link', { name: 'Old thing' }),
    ).toBeInTheDocument();
  });

  it('teaches how a first Pilot comes about', async () => {
    await open('', { pilotApi: new FakePilotApi({ listed: [] }) });
    expect(await screen.findByText('No pilots yet')).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('shows a past day as such', async () => {
    const { pilotApi } = await open('?asOf=2026-03-01');
    expect(
      await screen.findByText(
        'You are looking at 1 Mar 2026. Nothing can be changed here.',
      ),
    ).toBeInTheDocument();
    expect(pilotApi.listPilots.mock.calls[0][0]).toMatchObject({
      asOf: '2026-03-01',
    });
    expect(
      screen.getByText(
        'Readiness and what is recommended are not kept for past days.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/weakest/)).not.toBeInTheDocument();
    expect(screen.queryByText('Hand off')).not.toBeInTheDocument();
    await pressed('Back to today');
    await waitFor(() => expect(address()).toHaveTextContent(''));
  });

  it('keeps rows where they are when a signal comes', async () => {
    const pilotApi = new FakePilotApi();
    const { signals } = await open('', { pilotApi });
    await screen.findByRole('link', { name: 'Partner data sharing' });
    const asked = pilotApi.listPilots.mock.calls.length;
    const [{ watch }] = pilotApi.listed;
    await act(async () => signals.change(watch));
    const refresh = await screen.findByRole('button', {
      name: 'Updated. Refresh',
    });
    expect(pilotApi.listPilots).toHaveBeenCalledTimes(asked);
    await userEvent.click(refresh);
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Updated. Refresh' }),
      ).not.toBeInTheDocument(),
    );
    expect(pilotApi.listPilots).toHaveBeenCalledTimes(asked + 1);
  });

  it('offers to load again what could not be loaded', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.listPilots.mockRejectedValue(await refused(500, 'down'));
    await open('', { pilotApi });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Portfolio could not be loaded.',
    );
    pilotApi.listPilots.mockResolvedValue({
      items: [pilotItemWith()],
      asOf: '2026-11-20T14:02:00.000Z',
    });
    await pressed('Try again');
    expect(
      await screen.findByRole('link', { name: 'Partner data sharing' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: '1 shown' })).toBeVisible();
  });

  it.each([403, 404])('says no more than it must after a %d', async status => {
    const pilotApi = new FakePilotApi();
    pilotApi.listPilots.mockRejectedValue(await refused(status, 'no'));
    await open('', { pilotApi });
    expect(
      await screen.findByText('There is nothing here that you can see.'),
    ).toBeInTheDocument();
  });

  it('downloads all that the filters leave', async () => {
    const made = jest.fn((_file: Blob) => 'blob:it');
    Object.assign(URL, { createObjectURL: made, revokeObjectURL: jest.fn() });
    const { pilotApi } = await open('?level=strong');
    await screen.findByRole('link', { name: 'Partner data sharing' });
    await pressed('Download CSV');
    expect(await screen.findByText('Downloaded 1 row.')).toBeInTheDocument();
    expect(pilotApi.listPilotsCsv).toHaveBeenCalledWith(
      expect.objectContaining({ level: ['strong'] }),
    );
    expect(made.mock.calls[0][0].size).toBeGreaterThan(0);
  });

  it('is named and operable', async () => {
    await open('?level=strong&asOf=2026-03-01');
    await screen.findByRole('link', { name: 'Partner data sharing' });
    const section = screen.getByRole('region', { name: '1 pilot' });
    expect(
      within(section).getByRole('grid', { name: 'Portfolio' }),
    ).toBeInTheDocument();
    expect(await accessibilityProblems(screen.getByTestId('page'))).toEqual([]);
  });
});
