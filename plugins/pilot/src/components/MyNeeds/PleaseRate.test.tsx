import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { At } from '../../__testUtils__/At';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  checkout,
  daysAgo,
  dataSharing,
  interestWith,
  payments,
  recipientApi,
} from '../../__testUtils__/world';
import { MyNeedsPage } from './MyNeedsPage';

const adopted = interestWith({
  id: 'adopted',
  status: 'adopted',
  statusAt: daysAgo(40),
  statusBy: 'user:default/ada',
});
const patient = { timeout: 10_000 };
jest.setTimeout(300_000);

describe('Rating on My needs', () => {
  const open = async (
    interests: Interest[],
    given: { due?: string[]; search?: string; api?: FakePilotApi } = {},
  ) => {
    const { due = [payments], search = '' } = given;
    const adoption = { due, can: { rate: true as const } };
    const pilotApi = given.api ?? new FakePilotApi({ interests, adoption });
    await show(
      <At search={search}>
        <MyNeedsPage />
      </At>,
      { pilotApi, teams: [payments, checkout] },
    );
    return pilotApi;
  };

  it('asks for each Pilot that the reader adopted, once', async () => {
    const again = { ...adopted, id: 'again', useCaseKey: 'other' };
    const pilotApi = await open([adopted, again]);
    const asked = within(
      await screen.findByRole('region', { name: 'Please rate' }, patient),
    );
    expect(
      asked.getByRole('radiogroup', {
        name: 'How well does data-sharing work for payments?',
      }),
    ).toBeInTheDocument();
    expect(asked.getByRole('link', { name: 'data-sharing' })).toHaveAttribute(
      'href',
      '/catalog/default/pilot/data-sharing/demand',
    );
    await userEvent.click(asked.getByRole('radio', { name: '4' }));
    await userEvent.click(asked.getByRole('button', { name: /^Save/ }));
    expect(await asked.findByText(/^Saved for payments\./)).toBeInTheDocument();
    expect(pilotApi.rateSatisfaction).toHaveBeenCalledWith(dataSharing, {
      team: payments,
      score: 4,
    });
    expect(asked.queryByRole('radiogroup')).not.toBeInTheDocument();
  });

  it('asks about the Pilot that an adopted API implements', async () => {
    await open([{ ...adopted, target: recipientApi }]);
    const asked = within(
      await screen.findByRole('region', { name: 'Please rate' }, patient),
    );
    expect(
      asked.getByRole('link', { name: 'data-sharing' }),
    ).toBeInTheDocument();
  });

  it('asks for the chosen team only', async () => {
    await open([{ ...adopted, team: checkout }], {
      due: [payments, checkout],
      search: `?team=${checkout}`,
    });
    const asked = within(
      await screen.findByRole('region', { name: 'Please rate' }, patient),
    );
    expect(asked.getAllByRole('radiogroup')).toHaveLength(1);
    expect(
      asked.getByRole('radiogroup', { name: /work for checkout\?/ }),
    ).toBeInTheDocument();
  });

  it.each([
    { what: 'nothing is due', interests: [adopted], due: [] },
    {
      what: 'it is gone',
      interests: [{ ...adopted, targetGone: true }],
      due: [payments],
    },
    {
      what: 'it is only planned',
      interests: [{ ...adopted, status: 'planned' as const }],
      due: [payments],
    },
  ])('asks nothing where $what', async ({ interests, due }) => {
    await open(interests, { due });
    await screen.findByRole('region', { name: /News|Done|Open/ }, patient);
    expect(screen.queryByRole('radiogroup')).not.toBeInTheDocument();
  });

  it('leaves the page as it is where that cannot be had', async () => {
    const api = new FakePilotApi({ interests: [adopted] });
    api.getAdoption.mockRejectedValue(await refused(500, 'down'));
    await open([], { api });
    await screen.findByRole('region', { name: /News|Done/ }, patient);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
