import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis } from '@backstage/frontend-test-utils';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  checkout,
  dataSharing,
  interestWith,
  payments,
} from '../../__testUtils__/world';
import { NeedButton } from './NeedButton';

const pressed = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

async function chosen(team: string) {
  await userEvent.type(
    await screen.findByRole('combobox', { name: /^Team/ }),
    team.slice(0, 5),
  );
  await userEvent.click(await screen.findByRole('option', { name: team }));
}

describe('TeamChoice', () => {
  const open = async (given: {
    pilotApi?: FakePilotApi;
    teams?: string[];
    storage?: ReturnType<typeof mockApis.storage>;
  }) => {
    const portal = await show(<NeedButton entityRef={dataSharing} />, given);
    await pressed('I need this');
    return portal;
  };
  const forOthers = () =>
    new FakePilotApi({
      demand: { can: { record: true, recordOnBehalf: true } },
    });

  it('says how many of the team asked already', async () => {
    const interests = [
      interestWith({ id: 'a', author: 'user:default/ada' }),
      interestWith({ id: 'b', author: null, useCaseKey: 'b' }),
      interestWith({ id: 'c', author: null, status: 'withdrawn' }),
      interestWith({ id: 'd', author: null, team: checkout }),
    ];
    await open({ pilotApi: new FakePilotApi({ interests }) });
    expect(
      await screen.findByText(
        '2 in payments asked already. Add yours if your use case differs.',
      ),
    ).toBeInTheDocument();
  });

  it('says nothing of a team of which nobody asked', async () => {
    const { pilotApi } = await open({});
    await waitFor(() =>
      expect(pilotApi.listInterests).toHaveBeenCalledWith(
        expect.objectContaining({ team: payments }),
      ),
    );
    expect(screen.queryByText(/asked already/)).toBeNull();
  });

  it('offers other teams only to whom may record for them', async () => {
    await open({});
    await screen.findByRole('button', { name: 'Record' });
    expect(
      screen.queryByRole('button', { name: 'Record for another team' }),
    ).toBeNull();
  });

  it('records on behalf of a team, and says so', async () => {
    const storage = mockApis.storage();
    const { pilotApi } = await open({ pilotApi: forOthers(), storage });
    await pressed('Record for another team');
    expect(
      await screen.findByRole('combobox', { name: /^Team/ }),
    ).toHaveFocus();
    await chosen('Checkout');
    expect(
      await screen.findByText(
        'Recorded on behalf of Checkout. The log says so.',
      ),
    ).toBeInTheDocument();
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
    await pressed('Record');
    await screen.findByText('Recorded for Checkout, important.');
    expect(pilotApi.recordInterest.mock.calls).toEqual([
      [dataSharing, { team: checkout, urgency: 'important' }],
    ]);
    // It is not the team that the reader records for next.
    const { value } = storage.forBucket('pilot').snapshot('lastTeam');
    expect(value).toBeUndefined();
  });

  it('records for no team of the reader while another is meant', async () => {
    const { pilotApi } = await open({ pilotApi: forOthers() });
    await pressed('Record for another team');
    await screen.findByRole('combobox', { name: /^Team/ });
    // Its list opens by itself and closes when it is left.
    await userEvent.tab();
    await pressed('Record');
    expect(
      await screen.findByText('Choose the team that needs this.'),
    ).toBeInTheDocument();
    expect(pilotApi.recordInterest).not.toHaveBeenCalled();

    await pressed('Record for a team of mine');
    await pressed('Record');
    await screen.findByText('Recorded for Payments, important.');
  });

  it('lets who is in no team record for others', async () => {
    const pilotApi = forOthers();
    await open({ pilotApi, teams: [] });
    const dialog = await screen.findByRole('dialog');
    await chosen('Payments');
    expect(
      within(dialog).queryByRole('button', {
        name: 'Record for a team of mine',
      }),
    ).toBeNull();
    await pressed('Record');
    await screen.findByText('Recorded for Payments, important.');
  });
});
