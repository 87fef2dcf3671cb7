import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Adoption } from '@pilot-to-platform/plugin-pilot-common';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { adoptionWith } from '../../__testUtils__/pilotsWorld';
import { show } from '../../__testUtils__/portals';
import { checkout, dataSharing, payments } from '../../__testUtils__/world';
import { AdoptionPanel } from './AdoptionPanel';

const pressed = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));
const cells = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      [...row.querySelectorAll('th, td')].map(cell => cell.textContent),
    );

const none: Partial<Adoption> = {
  adopters: 0,
  gained: 0,
  medianDays: null,
  withoutHands: null,
  satisfaction: { mean: null, teams: 0, quarters: [] },
  teams: [],
};

describe('AdoptionPanel', () => {
  const open = async (
    adoption: Partial<Adoption> = {},
    pilotApi = new FakePilotApi({ adoption }),
  ) => {
    await show(<AdoptionPanel target={dataSharing} />, { pilotApi });
    return pilotApi;
  };

  it('says who is served, how fast and how well, rounded down', async () => {
    await open();
    expect(
      await screen.findByText(
        '4 adopters, 1 new in 90 days · 21 days to adoption · 83% served without manual steps · satisfied 4.2 of 5',
      ),
    ).toBeInTheDocument();
  });

  it('says of each number that it is not known', async () => {
    await open(none);
    expect(
      await screen.findByText(
        '0 adopters, 0 new in 90 days · days to adoption not known · share served without manual steps not known · satisfaction not known',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText('Adopters in 12 months')).toBeNull();
  });

  it('opens to what each number means', async () => {
    await open();
    await screen.findByText(/^4 adopters/);
    await pressed('What these numbers mean');
    for (const name of [
      'Adopters',
      'Days to adoption',
      'Served without manual steps',
      'Satisfied',
    ]) {
      expect(screen.getByText(name, { selector: 'dt' })).toBeVisible();
    }
    expect(
      screen.getByText(/of the latest answers.* of 4 teams\.$/),
    ).toBeVisible();
    expect(screen.getByText(/^As of 20 Nov 2026/)).toBeVisible();
  });

  it('shows how adopters grew, as bars and as a table', async () => {
    await open();
    const sentence = 'Adopters from 0 to 4 in 12 months.';
    const chart = await screen.findByRole('img', { name: sentence });
    expect(chart.querySelectorAll('rect')).toHaveLength(12);
    expect(screen.getByText(sentence)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'As a table' }));
    const rows = cells('Adopters in 12 months');
    expect(rows).toHaveLength(12);
    expect(rows[0]).toEqual(['Nov 2026', '4']);
    expect(rows[11]).toEqual(['Dec 2025', '0']);
  });

  it('shows satisfaction by quarter, latest first', async () => {
    await open();
    await screen.findByText(/^4 adopters/);
    expect(cells('Satisfaction by quarter')).toEqual([
      ['Q4 2026', '4.2 of 5', '4'],
      ['Q3 2026', '3.5 of 5', '2'],
    ]);
  });

  it('says when nobody has answered yet', async () => {
    await open({ satisfaction: none.satisfaction });
    expect(
      await screen.findByText('No adopter has answered yet.'),
    ).toBeInTheDocument();
  });

  it('opens to the teams behind the numbers', async () => {
    await open();
    await screen.findByText(/^4 adopters/);
    await pressed('Adopting teams');
    expect(cells('Adopting teams')).toEqual([
      ['payments', '2 Mar 2026', '1 Apr 2026', 'Some left', '4 of 5'],
      ['checkout', '2 Aug 2026', '1 Oct 2026', 'Not known', 'No answer'],
    ]);
  });

  it('shows what a team said with its answer, as text', async () => {
    const note = 'Slow on Mondays, <b>see</b> https://wiki.example.com/lake';
    const [first, ...others] = adoptionWith().teams;
    await open({ teams: [{ ...first, note }, ...others] });
    await screen.findByText(/^4 adopters/);
    await pressed('Adopting teams');
    const [[, , , , answer]] = cells('Adopting teams');
    expect(answer).toBe(`4 of 5"${note}"`);
    expect(
      screen.getByRole('link', { name: 'https://wiki.example.com/lake' }),
    ).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('asks an adopter how well it works, and saves the answer', async () => {
    const pilotApi = await open({ due: [payments], can: { rate: true } });
    const question = await screen.findByRole('radiogroup', {
      name: 'How well does it work for payments?',
    });
    expect(
      within(question)
        .getAllByRole('radio')
        .map(radio => radio.closest('label')?.textContent),
    ).toEqual(['1 Poor', '2', '3', '4', '5 Great']);
    await pressed(/^Save/);
    expect(screen.getByRole('alert')).toHaveTextContent('Choose 1 to 5.');
    expect(screen.getByRole('radio', { name: '1 Poor' })).toHaveFocus();
    expect(pilotApi.rateSatisfaction).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('radio', { name: '5 Great' }));
    await pressed(/^Save/);
    expect(
      await screen.findByText(
        'Saved for payments. You are asked again next quarter.',
      ),
    ).toBeInTheDocument();
    expect(pilotApi.rateSatisfaction).toHaveBeenCalledWith(dataSharing, {
      team: payments,
      score: 5,
    });
    expect(screen.queryByRole('radiogroup')).not.toBeInTheDocument();
    expect(document.activeElement).not.toBe(document.body);
  });

  it('keeps what was chosen when it could not be saved', async () => {
    const pilotApi = new FakePilotApi({
      adoption: { due: [payments], can: { rate: true } },
    });
    pilotApi.rateSatisfaction.mockRejectedValueOnce(await refused(500, 'down'));
    await open({}, pilotApi);
    await userEvent.click(await screen.findByRole('radio', { name: '2' }));
    await pressed(/^Save/);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save. Nothing was changed.',
    );
    expect(screen.getByRole('radio', { name: '2' })).toBeChecked();
    await pressed('Try again');
    expect(await screen.findByText(/^Saved for payments/)).toBeInTheDocument();
    expect(pilotApi.rateSatisfaction).toHaveBeenCalledTimes(2);
  });

  it.each([
    { who: 'who has answered', adoption: { due: [], can: { rate: true } } },
    {
      who: 'who may not',
      adoption: { due: [checkout], can: { rate: 'notAdopter' } },
    },
  ])('does not ask $who', async ({ adoption }) => {
    await open(adoption as Partial<Adoption>);
    await screen.findByText(/^4 adopters/);
    expect(screen.queryByRole('radiogroup')).not.toBeInTheDocument();
  });

  it('offers to load again what could not be loaded', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.getAdoption
      .mockRejectedValueOnce(await refused(500, 'down'))
      .mockResolvedValue(adoptionWith());
    await open({}, pilotApi);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Adoption could not be loaded.',
    );
    await pressed('Try again');
    expect(await screen.findByText(/^4 adopters/)).toBeInTheDocument();
  });

  it.each([403, 404])('is absent where a %d hides it', async status => {
    const pilotApi = new FakePilotApi();
    pilotApi.getAdoption.mockRejectedValue(await refused(status, 'no'));
    await open({}, pilotApi);
    await waitFor(() => expect(pilotApi.getAdoption).toHaveBeenCalled());
    await waitFor(() =>
      expect(screen.queryByText('Adoption')).not.toBeInTheDocument(),
    );
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is named and operable', async () => {
    await open({ due: [payments], can: { rate: true } });
    await screen.findByRole('radiogroup');
    expect(
      await accessibilityProblems(
        screen.getByRole('region', { name: 'Adoption' }),
      ),
    ).toEqual([]);
  });
});
