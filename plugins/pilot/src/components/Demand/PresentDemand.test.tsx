import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Demand, Phase } from '@pilot-to-platform/plugin-pilot-common';
import { FakePilotApi } from '../../__testUtils__/FakePilotApi';
import { pilotWith } from '../../__testUtils__/pilotsWorld';
import { show } from '../../__testUtils__/portals';
import {
  apiEntity,
  history,
  pilotEntity,
  strongDemand,
} from '../../__testUtils__/world';
import { DemandTab } from './DemandTab';

const titles = () =>
  screen.getAllByRole('heading', { level: 3 }).map(each => each.textContent);
const served: Partial<Demand> = {
  ...strongDemand,
  counts: { ...strongDemand.counts, adopters: 4 },
};

describe('DemandTab of a phase', () => {
  const open = async (
    phase: Phase,
    demand: Partial<Demand> = strongDemand,
    given: Partial<ConstructorParameters<typeof FakePilotApi>[0]> = {},
  ) => {
    const pilotApi = new FakePilotApi({ demand, ...given });
    pilotApi.pilot = pilotWith({
      phase,
      gate:
        phase === 'platform'
          ? null
          : { to: 'build-out', open: false, left: [] },
    });
    await show(<DemandTab />, {
      pilotApi,
      entity: { ...pilotEntity, spec: { ...pilotEntity.spec, phase } },
    });
    await screen.findByRole('region', { name: 'Score' });
    return pilotApi;
  };

  it.each(['pilot', 'demand'] as const)(
    'begins with the gate to build-out in phase %s',
    async phase => {
      await open(phase);
      await screen.findByRole('region', { name: /build-out/ });
      expect(titles()[0]).toMatch(/build-out/);
      expect(titles()[1]).toBe('Score');
    },
  );

  it.each(['build-out', 'platform', 'retired'] as const)(
    'begins with the score in phase %s',
    async phase => {
      await open(phase);
      expect(titles()[0]).toBe('Score');
    },
  );

  it('shows the adoption of a platform above its teams', async () => {
    await open('platform');
    expect(await screen.findByText(/^4 adopters, 1 new/)).toBeInTheDocument();
    const all = titles();
    expect(all.indexOf('Adoption')).toBe(all.indexOf('Teams (2)') - 1);
  });

  it('shows adoption before that as soon as there is some', async () => {
    await open('build-out', served);
    expect(
      await screen.findByRole('region', { name: 'Adoption' }),
    ).toBeInTheDocument();
  });

  it('asks for no adoption where there is none', async () => {
    const pilotApi = await open('build-out');
    expect(screen.queryByRole('region', { name: 'Adoption' })).toBeNull();
    expect(pilotApi.getAdoption).not.toHaveBeenCalled();
  });

  it('has neither for another kind', async () => {
    const pilotApi = new FakePilotApi({ demand: served });
    await show(<DemandTab />, { pilotApi, entity: apiEntity });
    await screen.findByRole('region', { name: 'Score' });
    expect(titles()[0]).toBe('Score');
    expect(screen.queryByRole('region', { name: 'Adoption' })).toBeNull();
    expect(pilotApi.getAdoption).not.toHaveBeenCalled();
    expect(pilotApi.getPilot).not.toHaveBeenCalled();
  });

  it('tells decided phases on the curve from declared ones', async () => {
    await open('build-out', strongDemand, {
      history: {
        ...history,
        markers: [
          {
            type: 'phase',
            at: '2026-09-05T00:00:00.000Z',
            phase: 'demand',
            declared: true,
          },
          { type: 'phase', at: '2026-10-20T00:00:00.000Z', phase: 'build-out' },
        ],
      },
    });
    const trend = await screen.findByRole('region', { name: 'Trend' });
    const chart = await within(trend).findByRole('img');
    expect(chart).toHaveTextContent('Phase demand, as declared');
    expect(chart).toHaveTextContent('Phase build-out');
    expect(chart).not.toHaveTextContent('Phase build-out, as declared');
    await userEvent.click(
      within(trend).getByRole('button', { name: 'As a table' }),
    );
    const table = await screen.findByRole('table', { name: 'Trend' });
    expect(table).toHaveTextContent('20 Oct 2026Phase build-out');
    expect(table).toHaveTextContent('5 Sep 2026Phase demand, as declared');
  });
});
