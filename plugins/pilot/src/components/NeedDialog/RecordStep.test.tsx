import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis } from '@backstage/frontend-test-utils';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  checkout,
  dataSharing,
  interestWith,
  partnerTech,
  payments,
  recipientApi,
} from '../../__testUtils__/world';
import { NeedButton } from './NeedButton';

const link = 'http://localhost/catalog/default/pilot/data-sharing';

async function openDialog() {
  const button = await screen.findByRole('button', { name: 'I need this' });
  await userEvent.click(button);
  return screen.findByRole('dialog');
}

describe('RecordStep', () => {
  it('records with Enter, Enter', async () => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    const button = await screen.findByRole('button', { name: 'I need this' });
    act(() => button.focus());
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', {
      name: 'I need Partner data sharing',
    });
    expect(
      within(dialog).getByRole('button', { name: 'Record' }),
    ).toHaveFocus();

    await userEvent.keyboard('{Enter}');

    expect(
      await screen.findByText('Recorded for Payments, important.'),
    ).toBeInTheDocument();
    expect(pilotApi.recordInterest.mock.calls).toEqual([
      [dataSharing, { team: payments, urgency: 'important' }],
    ]);
    expect(
      screen.getByRole('textbox', { name: 'What would you use it for?' }),
    ).toHaveFocus();
  });

  it('records once the teams are known when pressed before', async () => {
    let teamsArrive = () => {};
    const teamsHeldBack = new Promise<void>(resolve => {
      teamsArrive = resolve;
    });
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />, {
      teamsHeldBack,
    });
    await openDialog();
    await userEvent.keyboard('{Enter}');
    expect(pilotApi.recordInterest).not.toHaveBeenCalled();
    teamsArrive();
    expect(
      await screen.findByText('Recorded for Payments, important.'),
    ).toBeInTheDocument();
    expect(pilotApi.recordInterest).toHaveBeenCalledTimes(1);
  });

  it('takes the urgency that was chosen', async () => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    await openDialog();
    await userEvent.click(screen.getByRole('radio', { name: 'Critical' }));
    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    await screen.findByText('Recorded for Payments, critical.');
    expect(pilotApi.recordInterest).toHaveBeenCalledWith(
      dataSharing,
      expect.objectContaining({ urgency: 'critical' }),
    );
  });

  it('lets who is in several teams choose once, and remembers', async () => {
    const storage = mockApis.storage();
    const teams = [payments, checkout, partnerTech];
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />, {
      teams,
      storage,
    });
    await openDialog();
    const select = screen.getByRole('button', { name: /Your team/ });
    expect(select).toHaveFocus();

    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    await waitFor(() =>
      expect(select).toHaveAccessibleDescription(
        'Choose the team that needs this.',
      ),
    );
    expect(select).toHaveFocus();
    expect(pilotApi.recordInterest).not.toHaveBeenCalled();

    await userEvent.click(select);
    await userEvent.click(
      await screen.findByRole('option', { name: 'Checkout' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    await screen.findByText('Recorded for Checkout, important.');
    const { value } = storage.forBucket('pilot').snapshot('lastTeam');
    expect(value).toBe(checkout);
  });

  it('preselects the team used last', async () => {
    const storage = mockApis.storage();
    await storage.forBucket('pilot').set('lastTeam', checkout);
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />, {
      teams: [payments, checkout],
      storage,
    });
    await openDialog();
    expect(screen.getByRole('button', { name: 'Record' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await screen.findByText('Recorded for Checkout, important.');
    expect(pilotApi.recordInterest.mock.calls[0][1].team).toBe(checkout);
  });

  it('says to whom is in no team why, and gives two ways on', async () => {
    await show(<NeedButton entityRef={dataSharing} />, { teams: [] });
    const dialog = await openDialog();
    expect(
      await within(dialog).findByText(
        'You are in no team yet. An interest counts for a team, so it cannot be recorded.',
      ),
    ).toBeInTheDocument();
    expect(
      within(dialog).queryByRole('button', { name: 'Record' }),
    ).not.toBeInTheDocument();
    expect(await accessibilityProblems(dialog)).toEqual([]);
  });

  it('copies the link for a colleague', async () => {
    const user = userEvent.setup();
    const copied = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockResolvedValue();
    await show(<NeedButton entityRef={dataSharing} />, { teams: [] });
    await openDialog();
    await user.click(
      screen.getByRole('button', { name: 'Copy link for a colleague' }),
    );
    expect(await screen.findByText('Link copied.')).toBeInTheDocument();
    expect(copied).toHaveBeenCalledWith(link);
  });

  it('shows the link where it cannot be copied', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('not allowed'));
    await show(<NeedButton entityRef={dataSharing} />, { teams: [] });
    await openDialog();
    await user.click(
      screen.getByRole('button', { name: 'Copy link for a colleague' }),
    );
    const field = await screen.findByRole('textbox', {
      name: 'Link',
    });
    expect(field).toHaveValue(link);
    expect(field).toHaveFocus();
  });

  it('says when the interest is internal', async () => {
    await show(<NeedButton entityRef={dataSharing} />, {
      teams: [partnerTech],
    });
    await openDialog();
    expect(
      screen.getByText(
        'Your team owns this. It is recorded as internal and does not change the score.',
      ),
    ).toBeInTheDocument();
  });

  it('says which Pilot it counts for as well', async () => {
    await show(<NeedButton entityRef={recipientApi} />);
    await openDialog();
    expect(
      screen.getByText('Part of data-sharing. Counts for both.'),
    ).toBeInTheDocument();
  });

  it('shows what was recorded in another window instead of changing it', async () => {
    const pilotApi = new FakePilotApi({
      interests: [interestWith({ urgency: 'critical' })],
    });
    const answer = await pilotApi.listInterests({ target: dataSharing });
    let arrive: (page: typeof answer) => void;
    pilotApi.listInterests.mockReturnValueOnce(
      new Promise(resolve => {
        arrive = resolve;
      }),
    );
    await show(<NeedButton entityRef={dataSharing} />, { pilotApi });
    await openDialog();
    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    arrive!(answer);
    expect(
      await screen.findByText('You asked for this already.'),
    ).toBeInTheDocument();
    expect(pilotApi.recordInterest).not.toHaveBeenCalled();
  });

  it.each([
    { status: 403, text: 'You can record only for teams you belong to.' },
    {
      status: 404,
      text: 'This entity is no longer in the catalog that you can see.',
    },
    { status: 500, text: 'Could not record. Nothing was saved.' },
    {
      status: 409,
      text: 'This changed in the meantime. Your text is kept.',
    },
  ])('stays where it is when refused with $status', async given => {
    const pilotApi = new FakePilotApi();
    pilotApi.recordInterest.mockRejectedValueOnce(
      await refused(given.status, 'because'),
    );
    await show(<NeedButton entityRef={dataSharing} />, { pilotApi });
    const dialog = await openDialog();
    await userEvent.click(screen.getByRole('radio', { name: 'Critical' }));
    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      given.text,
    );
    expect(screen.getByRole('radio', { name: 'Critical' })).toBeChecked();
  });

  it('tries again after a lost answer, with the same request', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.recordInterest.mockRejectedValueOnce(
      new TypeError('Failed to fetch'),
    );
    await show(<NeedButton entityRef={dataSharing} />, { pilotApi });
    await openDialog();
    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await screen.findByText('Recorded for Payments, important.');
    const [first, second] = pilotApi.recordInterest.mock.calls;
    expect(second).toEqual(first);
    expect(pilotApi.interests).toHaveLength(1);
  });

  it('offers to load the teams again', async () => {
    let isDown = true;
    await show(<NeedButton entityRef={dataSharing} />, {
      get teamsHeldBack() {
        return isDown ? Promise.reject(new Error('down')) : undefined;
      },
    });
    const dialog = await openDialog();
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Your teams could not be loaded.',
    );
    isDown = false;
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Try again' }),
    );
    expect(
      await within(dialog).findByRole('button', { name: /Payments/ }),
    ).toBeInTheDocument();
  });

  it('is announced, named and operable', async () => {
    await show(<NeedButton entityRef={dataSharing} />);
    expect(await accessibilityProblems(await openDialog())).toEqual([]);
  });

  it('returns focus to the button', async () => {
    await show(<NeedButton entityRef={dataSharing} />);
    await openDialog();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'I need this' })).toHaveFocus(),
    );
  });
});
