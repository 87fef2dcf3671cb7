import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PilotEntityV1alpha1 } from '@pilot-to-platform/plugin-pilot-common';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { pilotWith } from '../../__testUtils__/pilotsWorld';
import { show, type Given } from '../../__testUtils__/portals';
import {
  apiEntity,
  daysAgo,
  partnerTech,
  payments,
  pilotEntity,
} from '../../__testUtils__/world';
import { PilotCard } from './PilotCard';

const entity = {
  ...pilotEntity,
  apiVersion: 'pilot-to-platform/v1alpha1',
  kind: 'Pilot',
  spec: {
    ...pilotEntity.spec,
    phase: 'demand',
    problem: 'Partners wait days for data extracts.',
    implementedBy: ['api:recipient-api', 'component:default/delta-share'],
    manualSteps: [
      { id: 'create', title: 'Create a recipient', minutes: 30 },
      { id: 'rotate', title: 'Rotate keys', minutes: 5, timesPerMonth: 4 },
      { id: 'revoke', title: 'Revoke', automatedBy: 'template:revoke' },
    ],
    decisions: [
      {
        title: 'Open protocol over vendor lock-in',
        rationale: 'Partners have many vendors.',
        link: 'https://adr.example.com/1',
      },
      // eslint-disable-next-line no-script-url -- what must not become a link
      { title: 'Evil', rationale: 'None.', link: 'javascript:alert(1)' },
    ],
    successMeasures: [
      { title: 'Partners served', target: 20, current: 7 },
      { title: 'Extracts by hand', target: 0 },
    ],
    handOff: { to: 'group:checkout', rationale: 'They run exports.' },
  },
} satisfies PilotEntityV1alpha1;

const row = async (name: string) => {
  const term = await screen.findByText(name, { selector: 'dt' });
  return within(term.parentElement!);
};

describe('PilotCard', () => {
  const open = (pilot = pilotWith(), given: Given = {}) => {
    const pilotApi = new FakePilotApi();
    pilotApi.getPilot.mockResolvedValue(pilot);
    return show(<PilotCard />, { pilotApi, entity, ...given });
  };

  it('says where it stands among the phases, and since when', async () => {
    await open();
    const card = await screen.findByRole('region', { name: 'Pilot' });
    await within(card).findByText('3 Oct 2026');
    const steps = within(card).getByRole('list', { name: 'Phases' });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map(step => [step.textContent, step.getAttribute('aria-current')]),
    ).toEqual([
      ['Pilot', null],
      ['Demand', null],
      ['Build-out', 'step'],
      ['Platform', null],
    ]);
    expect(
      within(card).queryByText('declared, not decided'),
    ).not.toBeInTheDocument();
  });

  it('marks a declared phase as declared', async () => {
    await open(pilotWith({ phaseFrom: 'declared' }));
    expect(
      await screen.findByText('declared, not decided'),
    ).toBeInTheDocument();
  });

  it.each([
    { phase: 'point-solution' as const, label: 'Point solution' },
    { phase: 'retired' as const, label: 'Retired' },
  ])('shows $phase as an end, with its reason', async ({ phase, label }) => {
    await open(pilotWith({ phase, phaseReason: 'Nobody else came' }));
    expect(await screen.findByText(label)).toBeInTheDocument();
    expect(screen.getByText('Reason: "Nobody else came"')).toBeInTheDocument();
    expect(screen.queryByRole('list', { name: 'Phases' })).toBeNull();
  });

  it('recommends with the first reason, and with all on request', async () => {
    await open();
    const recommended = await row('Recommended');
    expect(
      await recommended.findByText(
        'Hand off: fewer than two people can operate it',
      ),
    ).toBeInTheDocument();
    await userEvent.click(recommended.getByRole('button', { name: 'Why?' }));
    expect(
      recommended.getByText('too few people for the teams that use it'),
    ).toBeInTheDocument();
    expect(recommended.getByText(/This is advice as of/)).toBeInTheDocument();
    expect(recommended.queryByRole('link')).toBeNull();
  });

  it('leads to a proposal that waits for its decision', async () => {
    const proposal = {
      id: 'p1',
      target: 'pilot:default/data-sharing',
      from: 'build-out' as const,
      to: 'platform' as const,
      reason: 'Ready',
      bypass: false,
      state: 'open' as const,
      by: 'user:default/ada',
      at: daysAgo(2),
      version: 1,
      snapshot: {} as never,
      changed: [],
      can: {},
    };
    await open(pilotWith({ proposal }));
    expect(
      await screen.findByRole('link', { name: 'Decision waits' }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing/readiness');
  });

  it.each([
    { owner: partnerTech, says: /api$/i },
    { owner: payments, says: /\(does not count: .+ has not confirmed\)$/ },
  ])(
    'marks what $owner does not share with a part',
    async ({ owner, says }) => {
      const relations = [{ type: 'ownedBy', targetRef: owner }];
      await open(pilotWith(), { entity: { ...entity, relations } });
      const parts = await row('Built with');
      await parts.findByRole('link', { name: /recipient/i });
      const [seen, unseen] = parts.getAllByRole('listitem');
      await waitFor(() => expect(seen).toHaveTextContent(says));
      // Of what is not visible, nothing is said.
      expect(unseen).not.toHaveTextContent('does not count');
    },
  );

  it('tells what its description says', async () => {
    await open();
    expect(
      (await row('Problem')).getByText('Partners wait days for data extracts.'),
    ).toBeInTheDocument();
    const byHand = await row('By hand still');
    expect(byHand.getByText('2 of 3 steps')).toBeInTheDocument();
    expect(
      byHand.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'Create a recipient (30 min each time)',
      'Rotate keys (5 min each time, 4 times a month)',
    ]);
    const decisions = await row('Decisions');
    expect(decisions.getByText('Partners have many vendors.')).toBeVisible();
    expect(
      decisions.getByRole('link', {
        name: /Open protocol over vendor lock-in/,
      }),
    ).toHaveAttribute('href', 'https://adr.example.com/1');
    expect(decisions.getAllByRole('link')).toHaveLength(1);
    const measures = await row('Measures');
    expect(measures.getByText('Partners served 7 of 20')).toBeInTheDocument();
    expect(
      measures.getByText('Extracts by hand not measured yet, aims at 0'),
    ).toBeInTheDocument();
    const parts = await row('Built with');
    expect(
      parts.getAllByRole('link').map(link => link.getAttribute('href')),
    ).toEqual([
      '/catalog/default/api/recipient-api',
      '/catalog/default/component/delta-share',
    ]);
    const handOff = await row('Hand-off');
    expect(handOff.getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/group/checkout',
    );
    expect(handOff.getByText('They run exports.')).toBeInTheDocument();
  });

  it('says that no step is left by hand', async () => {
    const [, , automated] = entity.spec.manualSteps;
    await open(pilotWith(), {
      entity: { ...entity, spec: { ...entity.spec, manualSteps: [automated] } },
    });
    expect(
      (await row('By hand still')).getByText(
        'Nothing: its 1 step is automated',
      ),
    ).toBeInTheDocument();
  });

  it('stands with the description while the rest is on its way', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.getPilot.mockReturnValue(new Promise(() => {}));
    await open(undefined, { pilotApi });
    const card = await screen.findByRole('region', { name: 'Pilot' });
    expect(card).toHaveAttribute('aria-busy', 'true');
    expect(within(card).getByText('Demand')).toHaveAttribute(
      'aria-current',
      'step',
    );
    expect(within(card).getByText('2 of 3 steps')).toBeInTheDocument();
    expect(
      await within(card).findByText('Loading Where it stands'),
    ).toHaveAttribute('role', 'status');
  });

  it('offers to load again only what could not be loaded', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.getPilot
      .mockRejectedValueOnce(await refused(500, 'down'))
      .mockResolvedValue(pilotWith());
    await open(undefined, { pilotApi });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Where it stands could not be loaded.',
    );
    expect(screen.getByText('2 of 3 steps')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/^Hand off: /)).toBeInTheDocument();
  });

  it.each([403, 404])('leaves out what a %d hides', async status => {
    const pilotApi = new FakePilotApi();
    pilotApi.getPilot.mockRejectedValue(await refused(status, 'no'));
    await open(undefined, { pilotApi });
    expect(await screen.findByText('2 of 3 steps')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.queryByText('Recommended')).not.toBeInTheDocument();
  });

  it('shows nothing of other kinds', async () => {
    const { pilotApi } = await open(pilotWith(), { entity: apiEntity });
    expect(screen.queryByRole('region', { name: 'Pilot' })).toBeNull();
    expect(pilotApi.getPilot).not.toHaveBeenCalled();
  });

  it('is named and operable', async () => {
    await open();
    await screen.findByText(/^Hand off: /);
    const card = screen.getByRole('region', { name: 'Pilot' });
    expect(await accessibilityProblems(card)).toEqual([]);
  });
});
