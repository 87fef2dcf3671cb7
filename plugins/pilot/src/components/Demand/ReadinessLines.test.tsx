import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Readiness } from '@pilot-to-platform/plugin-pilot-common';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { pilotWith, readinessWith } from '../../__testUtils__/pilotsWorld';
import { show } from '../../__testUtils__/portals';
import {
  apiEntity,
  dataSharing,
  pilotEntity,
  strongDemand,
} from '../../__testUtils__/world';
import { DemandCard } from './DemandCard';

const tab = '/catalog/default/pilot/data-sharing/readiness';

const apiReadiness = {
  score: 0.75,
  weakest: 'docs',
  weakestScore: 0.5,
  unknown: 2,
  asOf: '2026-11-20T14:02:00.000Z',
} as Readiness;

describe('Readiness on the DemandCard', () => {
  const showPilot = (pilot = pilotWith(), entity = pilotEntity) => {
    const pilotApi = new FakePilotApi({ demand: strongDemand });
    pilotApi.getPilot.mockResolvedValue(pilot);
    return show(<DemandCard />, { pilotApi, entity });
  };
  const showApi = (readiness: Partial<Readiness>) => {
    const pilotApi = new FakePilotApi({ demand: strongDemand });
    pilotApi.getReadiness.mockResolvedValue(readiness as Readiness);
    return show(<DemandCard />, { pilotApi, entity: apiEntity });
  };

  it('says how ready it is, where it is weakest, and what is left', async () => {
    await showPilot();
    const line = await screen.findByRole('link', {
      name: 'Readiness 62%, weakest Headcount 40%',
    });
    expect(line).toHaveAttribute('href', tab);
    expect(line.parentElement).toHaveTextContent('· 1 unknown');
    expect(
      screen.getByRole('link', { name: '2 things left before launch' }),
    ).toHaveAttribute('href', tab);
  });

  it.each([
    {
      gate: { to: 'build-out' as const, open: true, left: [] },
      text: 'Nothing left before build-out',
    },
    {
      gate: {
        to: 'build-out' as const,
        open: false,
        left: [{ code: 'teams' as const, value: 2, needed: 3 }],
      },
      text: '1 thing left before build-out',
    },
  ])('says "$text"', async ({ gate, text }) => {
    await showPilot(pilotWith({ gate }));
    expect(await screen.findByRole('link', { name: text })).toBeVisible();
  });

  it.each([
    { what: 'no check applies', readiness: readinessWith({ score: null }) },
    { what: 'readiness may not be read', readiness: null },
  ])('says nothing where $what', async ({ readiness }) => {
    await showPilot(pilotWith({ readiness, gate: null }));
    await screen.findByText('Strong');
    await waitFor(() =>
      expect(screen.queryByText(/Readiness/)).not.toBeInTheDocument(),
    );
    expect(screen.queryByText(/left before/)).not.toBeInTheDocument();
  });

  it('counts adopters first once it is a platform', async () => {
    await showPilot(pilotWith({ phase: 'platform', gate: null }), {
      ...pilotEntity,
      spec: {
        ...pilotEntity.spec,
        phase: 'platform',
      } as typeof pilotEntity.spec,
    });
    expect(
      await screen.findByText(
        'Demand 47, strong. 0 adopters, 2 teams, 3 interests.',
      ),
    ).toBeInTheDocument();
  });

  it('says of another kind how ready it is, and of no gate', async () => {
    await showApi(apiReadiness);
    expect(
      await screen.findByRole('link', {
        name: 'Readiness 75%, weakest Docs 50%',
      }),
    ).toHaveAttribute('href', '/catalog/default/api/recipient-api/readiness');
    expect(screen.getByText(/2 unknown/)).toBeInTheDocument();
    expect(screen.queryByText(/left before/)).not.toBeInTheDocument();
  });

  it('says nothing of another kind that no check applies to', async () => {
    const { cache } = await showApi({
      ...apiReadiness,
      score: null,
      weakest: null,
      weakestScore: null,
    });
    await screen.findByText('Strong');
    await cache.phases.readiness('api:default/recipient-api').settled();
    expect(screen.queryByText(/Readiness/)).not.toBeInTheDocument();
  });

  it.each([403, 404])('stands without what a %d hides', async status => {
    const pilotApi = new FakePilotApi({ demand: strongDemand });
    pilotApi.getPilot.mockRejectedValue(await refused(status, 'no'));
    await show(<DemandCard />, { pilotApi, entity: pilotEntity });
    expect(await screen.findByText('Strong')).toBeInTheDocument();
    await waitFor(() => expect(pilotApi.getPilot).toHaveBeenCalled());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.queryByText(/Readiness/)).not.toBeInTheDocument();
  });

  it.each([
    ['getPilot', pilotEntity],
    ['getReadiness', apiEntity],
  ] as const)(
    'offers to load again what %s could not',
    async (call, entity) => {
      const pilotApi = new FakePilotApi({ demand: strongDemand });
      pilotApi[call].mockRejectedValueOnce(await refused(500, 'down'));
      await show(<DemandCard />, { pilotApi, entity });
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Readiness could not be loaded.',
      );
      expect(screen.getByText('Strong')).toBeInTheDocument();
      if (call === 'getPilot') pilotApi.pilot = pilotWith();
      else pilotApi.readiness = apiReadiness;
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(
        await screen.findByRole('link', { name: /^Readiness \d+%, weakest/ }),
      ).toBeInTheDocument();
    },
  );

  it('keeps older readiness, with its date', async () => {
    const { pilotApi, cache } = await showPilot();
    await screen.findByRole('link', { name: /^Readiness 62%/ });
    pilotApi.getPilot.mockRejectedValue(await refused(500, 'down'));
    act(() => cache.phases.pilot(dataSharing).reload());
    expect(
      await screen.findByText(/^Shown as of 20 Nov 2026/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^Readiness 62%/ }),
    ).toBeInTheDocument();
  });
});
