import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Similar } from '@pilot-to-platform/plugin-pilot-common';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  dataSharing,
  interestWith,
  payments,
  recipientApi,
  similar,
} from '../../__testUtils__/world';
import { NeedButton } from './NeedButton';

const pressed = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

const looksAlike = () => screen.findByRole('region', { name: 'Looks alike' });

const insteadOf = 'Ask for Recipient API instead';

const useCaseField = () =>
  screen.findByRole('textbox', { name: 'What would you use it for?' });

describe('Looks alike', () => {
  const open = async (pilotApi = new FakePilotApi({ similar })) => {
    const portal = await show(<NeedButton entityRef={dataSharing} />, {
      pilotApi,
    });
    await pressed('I need this');
    return portal;
  };

  it('says what looks alike, and why', async () => {
    const [first] = similar;
    const both: Similar['items'] = [
      {
        ...first,
        reasons: [
          { code: 'capability', capability: 'data-sharing' },
          ...first.reasons,
        ],
      },
    ];
    const { pilotApi } = await open(new FakePilotApi({ similar: both }));
    const row = within(await looksAlike()).getByRole('listitem');
    expect(row).toHaveTextContent(
      'Recipient API (API) same capability · same words: recipient, share',
    );
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/api/recipient-api/demand',
    );
    expect(pilotApi.findSimilar).toHaveBeenCalledWith(
      { target: dataSharing, text: undefined, limit: 3 },
      expect.anything(),
    );
  });

  it('turns the dialog to the other one before anything is recorded', async () => {
    const { pilotApi, toasts } = await open();
    await looksAlike();
    pilotApi.similar = [];
    await pressed(insteadOf);
    expect(
      await screen.findByRole('dialog', { name: 'I need Recipient API' }),
    ).toBeInTheDocument();
    expect(pilotApi.recordInterest).not.toHaveBeenCalled();

    await pressed('Record');
    await screen.findByText('Recorded for Payments, important.');
    expect(pilotApi.recordInterest.mock.calls).toEqual([
      [recipientApi, { team: payments, urgency: 'important' }],
    ]);
    await pressed('Done');
    expect(toasts).toHaveBeenCalledWith(
      expect.objectContaining({
        links: expect.arrayContaining([
          {
            label: 'Demand',
            href: '/catalog/default/api/recipient-api/demand',
          },
        ]),
      }),
    );
  });

  it('is not waited for, and a late answer shows after recording', async () => {
    const pilotApi = new FakePilotApi({ similar });
    let arrive = () => {};
    pilotApi.findSimilar.mockReturnValue(
      new Promise(resolve => {
        arrive = () => resolve({ items: similar });
      }),
    );
    await open(pilotApi);
    await pressed('Record');
    const useCase = await useCaseField();
    expect(screen.queryByRole('region', { name: 'Looks alike' })).toBeNull();
    arrive();
    expect(await looksAlike()).toBeInTheDocument();
    expect(useCase).toHaveFocus();
  });

  it('is absent when it cannot be learned', async () => {
    const pilotApi = new FakePilotApi({ similar });
    pilotApi.findSimilar.mockRejectedValue(await refused(500, 'down'));
    await open(pilotApi);
    await pressed('Record');
    await useCaseField();
    expect(screen.queryByRole('region', { name: 'Looks alike' })).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('follows what is typed', async () => {
    const { pilotApi } = await open(new FakePilotApi());
    await pressed('Record');
    const useCase = await useCaseField();
    pilotApi.similar = similar;
    await userEvent.click(useCase);
    await userEvent.paste('Weekly extracts to recipients');
    expect(await looksAlike()).toBeInTheDocument();
    expect(pilotApi.findSimilar).toHaveBeenLastCalledWith(
      {
        target: dataSharing,
        text: 'Weekly extracts to recipients',
        limit: 3,
      },
      expect.anything(),
    );
  });

  it('records on the other first, then withdraws here', async () => {
    const { pilotApi } = await open();
    await pressed('Record');
    await userEvent.click(await useCaseField());
    await userEvent.paste('Extracts');
    await pressed(insteadOf);

    expect(
      await screen.findByRole('dialog', { name: 'Recipient API' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Recorded for payments, important.'),
    ).toBeInTheDocument();
    expect(await useCaseField()).toHaveValue('Extracts');
    expect(pilotApi.recordInterest).toHaveBeenLastCalledWith(
      recipientApi,
      expect.objectContaining({ team: payments, useCase: 'Extracts' }),
    );
    expect(pilotApi.withdrawInterest.mock.calls).toEqual([['i1']]);
    const [, recorded] = pilotApi.recordInterest.mock.invocationCallOrder;
    const [withdrawn] = pilotApi.withdrawInterest.mock.invocationCallOrder;
    expect(recorded).toBeLessThan(withdrawn);
    const whatStands = pilotApi.interests.filter(
      ({ status }) => status !== 'withdrawn',
    );
    expect(whatStands.map(({ target }) => target)).toEqual([recipientApi]);
  });

  it('withdraws nothing when the other cannot be recorded', async () => {
    const { pilotApi } = await open();
    await pressed('Record');
    await useCaseField();
    pilotApi.recordInterest.mockRejectedValueOnce(await refused(500, 'down'));
    await pressed(insteadOf);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save. Nothing was changed.',
    );
    expect(pilotApi.withdrawInterest).not.toHaveBeenCalled();
    expect(pilotApi.interests).toHaveLength(1);
  });

  it('only withdraws when only that has failed before', async () => {
    const { pilotApi } = await open();
    await pressed('Record');
    await useCaseField();
    pilotApi.withdrawInterest.mockRejectedValueOnce(new TypeError('lost'));
    await pressed(insteadOf);
    await screen.findByRole('alert');
    await pressed(insteadOf);
    expect(
      await screen.findByRole('dialog', { name: 'Recipient API' }),
    ).toBeInTheDocument();
    expect(pilotApi.recordInterest).toHaveBeenCalledTimes(2);
    expect(
      pilotApi.interests.map(({ target, status }) => [target, status]),
    ).toEqual(
      expect.arrayContaining([
        [dataSharing, 'withdrawn'],
        [recipientApi, 'open'],
      ]),
    );
  });

  it('changes nothing where the other was asked for before', async () => {
    const before = interestWith({ id: 'i0', target: recipientApi });
    const { pilotApi } = await open(
      new FakePilotApi({ similar, interests: [before] }),
    );
    await pressed('Record');
    await useCaseField();
    await pressed(insteadOf);
    expect(
      await screen.findByRole('dialog', {
        name: 'You asked for Recipient API',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('You asked for this already.')).toBeInTheDocument();
    expect(pilotApi.recordInterest).toHaveBeenCalledTimes(1);
    expect(pilotApi.withdrawInterest).not.toHaveBeenCalled();
  });

  it('tells whoever builds their own that others look for the same', async () => {
    await open();
    await pressed('Record');
    await useCaseField();
    await pressed('More: needed by, expected usage, if it does not come');
    const sentence = 'Others look for the same: Recipient API.';
    expect(screen.queryByText(sentence)).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Build our own' }));
    expect(await screen.findByText(sentence)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Wait' }));
    await waitFor(() => expect(screen.queryByText(sentence)).toBeNull());
  });
});
