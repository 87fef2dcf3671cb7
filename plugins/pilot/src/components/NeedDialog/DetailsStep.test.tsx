import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  dataSharing,
  interestWith,
  payments,
  pilotEntity,
} from '../../__testUtils__/world';
import { DemandCard } from '../Demand/DemandCard';
import { NeedButton } from './NeedButton';

const described = 'Weekly extracts to forty partners, signed off';

async function record() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'I need this' }),
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Record' }));
  return screen.findByRole('textbox', { name: 'What would you use it for?' });
}

const pressed = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

/** As one change, where it does not matter how a text comes into its field. */
async function filled(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

describe('DetailsStep', () => {
  it('completes the interest just recorded and makes no second one', async () => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    await filled(await record(), described);
    await filled(
      screen.getByRole('textbox', { name: 'What do you do today instead?' }),
      'E-mail',
    );
    await pressed('More: needed by, expected usage, if it does not come');
    await filled(
      screen.getByRole('textbox', { name: 'Expected usage' }),
      '40 a week',
    );
    await userEvent.click(screen.getByRole('radio', { name: 'Build our own' }));
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'We are willing to contribute' }),
    );
    await pressed('Save details');

    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(pilotApi.recordInterest).toHaveBeenLastCalledWith(dataSharing, {
      id: 'i1',
      team: payments,
      urgency: 'important',
      useCase: described,
      alternative: 'E-mail',
      neededBy: null,
      expectedUsage: '40 a week',
      otherwise: 'build-own',
      contribute: true,
    });
    expect(pilotApi.interests).toHaveLength(1);
  });

  it('says how concrete it is, live and without a request', async () => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    const useCase = await record();
    const meter = screen.getByRole('meter', { name: 'How concrete' });
    expect(meter).toHaveAttribute('aria-valuetext', 'Not described');
    const before = pilotApi.recordInterest.mock.calls.length;
    const offline = () => Promise.reject(new TypeError('Failed to fetch'));
    pilotApi.getPolicy.mockImplementation(offline);

    await filled(useCase, described.slice(0, 39));
    expect(meter).toHaveAttribute('aria-valuetext', 'Not described');
    await userEvent.type(useCase, described.slice(39));
    expect(meter).toHaveAttribute('aria-valuetext', 'Concrete');
    expect(meter).toHaveAttribute('aria-valuenow', '0.4');
    expect(
      screen.getByText('Concrete. Next: what you do today.'),
    ).toBeInTheDocument();
    expect(pilotApi.recordInterest).toHaveBeenCalledTimes(before);
  });

  it('speaks how concrete it is when a field is left', async () => {
    await show(<NeedButton entityRef={dataSharing} />);
    await filled(await record(), described);
    const sentence = 'How concrete: Concrete. Next: what you do today.';
    expect(screen.queryByText(sentence)).not.toBeInTheDocument();
    await userEvent.tab();
    expect(await screen.findByText(sentence)).toHaveAttribute('role', 'status');
  });

  it('takes the interest back', async () => {
    const { pilotApi, toasts } = await show(<DemandCard />, {
      entity: pilotEntity,
    });
    await record();
    expect(screen.getByText('10')).toBeInTheDocument();
    await pressed('Undo');
    expect(await screen.findByText('Withdrawn.')).toBeInTheDocument();
    expect(pilotApi.withdrawInterest).toHaveBeenCalledWith('i1');
    expect(screen.getByRole('button', { name: 'Record' })).toHaveFocus();
    expect(screen.queryByText('10')).not.toBeInTheDocument();

    await pressed('Cancel');
    expect(
      await screen.findByRole('button', { name: 'I need this' }),
    ).toBeInTheDocument();
    expect(toasts).not.toHaveBeenCalled();
  });

  it('keeps the interest and the draft when it is closed', async () => {
    const { pilotApi, toasts } = await show(
      <NeedButton entityRef={dataSharing} />,
    );
    await userEvent.type(await record(), 'Weekly ext');
    await userEvent.keyboard('{Escape}');
    const button = await screen.findByRole('button', {
      name: 'You asked for this, Open',
    });
    expect(toasts).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'Recorded for Payments',
        links: [
          { label: 'My needs', href: '/pilots/my-needs' },
          {
            label: 'Demand',
            href: '/catalog/default/pilot/data-sharing/demand',
          },
        ],
      }),
    );
    expect(pilotApi.withdrawInterest).not.toHaveBeenCalled();

    await userEvent.click(button);
    expect(await screen.findByText('Draft kept.')).toBeInTheDocument();
    expect(
      screen.getByRole('textbox', { name: 'What would you use it for?' }),
    ).toHaveValue('Weekly ext');
  });

  it('saves what was typed when it is done, and closes', async () => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    await filled(await record(), described);
    await pressed('Done');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(pilotApi.interests[0].useCase).toBe(described);
    expect(pilotApi.interests).toHaveLength(1);
  });

  it('closes without a request when nothing was typed', async () => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    await record();
    const saves = pilotApi.recordInterest.mock.calls.length;
    await pressed('Done');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(pilotApi.recordInterest).toHaveBeenCalledTimes(saves);
  });

  it('stays open with what was typed when that cannot be saved, and says so', async () => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    const useCase = await record();
    pilotApi.recordInterest.mockRejectedValueOnce(await refused(500, 'down'));
    await filled(useCase, described);
    await pressed('Done');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save. Nothing was changed.',
    );
    expect(useCase).toHaveValue(described);
    await pressed('Try again');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(pilotApi.interests[0].useCase).toBe(described);
  });

  it.each([
    { what: 'a lost answer', error: async () => new TypeError('lost') },
    { what: 'a failure', error: () => refused(500, 'out of order') },
  ])('keeps what was typed after $what, and saves it again', async given => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    const useCase = await record();
    pilotApi.recordInterest.mockRejectedValueOnce(await given.error());
    await filled(useCase, described);
    await pressed('Save details');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save. Nothing was changed.',
    );
    expect(useCase).toHaveValue(described);

    await pressed('Try again');
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(pilotApi.interests[0].useCase).toBe(described);
  });

  it('shows the latest after a conflict and overwrites nothing', async () => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    const useCase = await record();
    pilotApi.interests = [
      interestWith({
        status: 'declined',
        statusNote: 'Out of scope',
        can: { edit: 'declined' },
      }),
    ];
    pilotApi.recordInterest.mockRejectedValueOnce(
      await refused(409, 'declined: the owner declined this interest'),
    );
    await userEvent.type(useCase, 'Weekly ext');
    await pressed('Save details');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Your text is kept.');
    expect(alert).toHaveFocus();
    expect(useCase).toHaveValue('Weekly ext');

    await pressed('Show latest');
    expect(
      await screen.findByText('Reason: "Out of scope"'),
    ).toBeInTheDocument();
  });

  it('refuses a day that has passed, at the field', async () => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    await record();
    const saves = pilotApi.recordInterest.mock.calls.length;
    await pressed('More: needed by, expected usage, if it does not come');
    const [month] = screen.getAllByRole('spinbutton');
    await userEvent.click(month);
    await userEvent.keyboard('01012001');
    await pressed('Save details');
    expect(
      await screen.findByText('Choose today or a later day.'),
    ).toBeInTheDocument();
    await waitFor(() => expect(month).toHaveFocus());
    expect(pilotApi.recordInterest).toHaveBeenCalledTimes(saves);
  });

  it('is announced, named and operable', async () => {
    await show(<NeedButton entityRef={dataSharing} />);
    await record();
    await pressed('More: needed by, expected usage, if it does not come');
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
  });
});
