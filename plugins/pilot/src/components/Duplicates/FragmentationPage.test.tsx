import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { At } from '../../__testUtils__/At';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  dataSharing,
  daysAgo,
  fragmentationGroup,
  interestWith,
  recipientApi,
} from '../../__testUtils__/world';
import { FragmentationPage } from './FragmentationPage';

const names = 'Partner data sharing and Recipient API';
const approved = {
  ...fragmentationGroup,
  can: { dismiss: true, merge: true },
} as const;
const pressed = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));
const group = () => screen.findByRole('article', { name: names });

describe('FragmentationPage', () => {
  const open = (pilotApi: FakePilotApi, search = '') =>
    show(
      <At search={search}>
        <FragmentationPage />
      </At>,
      { pilotApi },
    );

  it('says what looks alike, why, and who builds it again', async () => {
    const [warning] = fragmentationGroup.otherwise;
    const otherwise = [{ ...warning, at: daysAgo(3) }];
    await open(
      new FakePilotApi({ groups: [{ ...fragmentationGroup, otherwise }] }),
    );
    const article = await group();
    expect(article).toHaveTextContent('same capability: data-sharing');
    expect(article).toHaveTextContent(
      'checkout plans to build its own data-sharing (3 days ago)',
    );
    expect(article).toHaveTextContent('Asked for by 3 teams together.');
    const link = within(article).getByRole('link', { name: 'Recipient API' });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/api/recipient-api/demand',
    );
    expect(link.closest('li')).toHaveTextContent('12Faint1 team');
  });

  it('says when there is none', async () => {
    await open(new FakePilotApi());
    expect(
      await screen.findByText(
        'No two teams seem to build the same thing right now.',
      ),
    ).toBeInTheDocument();
  });

  it('offers only what the reader may do', async () => {
    const can = { dismiss: 'notOwner', merge: 'notApprover' };
    await open(new FakePilotApi({ groups: [{ ...fragmentationGroup, can }] }));
    const buttons = within(await group()).getAllByRole('button');
    expect(buttons.map(button => button.textContent)).toEqual(['Compare']);
  });

  it('compares, with a target per column', async () => {
    await open(new FakePilotApi({ groups: [fragmentationGroup] }));
    await group();
    await pressed(`Compare, ${names}`);
    const dialog = await screen.findByRole('dialog', { name: 'Compare' });
    const cells = within(
      within(dialog).getByRole('row', { name: /^Demand/ }),
    ).getAllByRole('cell');
    expect(cells.map(cell => cell.textContent)).toEqual([
      '47Strong',
      '12Faint',
    ]);
    expect(await within(dialog).findAllByText('Not said')).toHaveLength(2);
    expect(await accessibilityProblems(dialog)).toEqual([]);
  });

  it('hides for everyone what is no duplicate, and shows it again', async () => {
    const { pilotApi } = await open(
      new FakePilotApi({ groups: [fragmentationGroup] }),
    );
    await group();
    await pressed(`Not a duplicate, ${names}`);
    await screen.findByRole('dialog', { name: 'Not a duplicate' });
    await pressed('Hide for everyone');
    expect(pilotApi.dismissFragmentation).not.toHaveBeenCalled();
    const reason = screen.getByRole('textbox', {
      name: /Why is it no duplicate/,
    });
    expect(reason).toHaveFocus();
    expect(screen.getByText('Say why it is no duplicate.')).toBeInTheDocument();

    await userEvent.type(reason, 'One writes, one reads');
    await pressed('Hide for everyone');
    expect(pilotApi.dismissFragmentation).toHaveBeenCalledWith({
      key: '0123abcd',
      reason: 'One writes, one reads',
    });
    const undo = await screen.findByRole('button', { name: `Undo, ${names}` });
    await userEvent.click(undo);
    expect(pilotApi.restoreFragmentation).toHaveBeenCalledWith('d-0123abcd');
    expect(
      await screen.findByRole('button', { name: `Not a duplicate, ${names}` }),
    ).toBeInTheDocument();
  });

  it('keeps the reason where hiding fails', async () => {
    const { pilotApi } = await open(
      new FakePilotApi({ groups: [fragmentationGroup] }),
    );
    pilotApi.dismissFragmentation.mockRejectedValueOnce(
      await refused(500, 'down'),
    );
    await group();
    await pressed(`Not a duplicate, ${names}`);
    await userEvent.type(
      await screen.findByRole('textbox', { name: /no duplicate/ }),
      'Different',
    );
    await pressed('Hide for everyone');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save. Nothing was changed.',
    );
    expect(screen.getByRole('textbox')).toHaveValue('Different');
    await pressed('Try again');
    await screen.findByRole('button', { name: `Undo, ${names}` });
  });

  it('shows what was dismissed, by whom and why', async () => {
    const dismissed = {
      id: 'd1',
      by: null,
      at: '2026-01-01T10:00:00.000Z',
      reason: 'Not <b>alike</b>',
    };
    await open(
      new FakePilotApi({ groups: [{ ...fragmentationGroup, dismissed }] }),
    );
    await screen.findByText(/No two teams/);
    await userEvent.click(
      screen.getByRole('switch', { name: 'Show dismissed' }),
    );
    const article = await group();
    expect(article).toHaveTextContent('Found to be no duplicate 1 Jan 2026:');
    expect(article).toHaveTextContent('"Not <b>alike</b>"');
    await pressed(`Show again, ${names}`);
    expect(await screen.findByText('Shown again.')).toBeInTheDocument();
    expect(article).not.toHaveTextContent('Found to be no duplicate');
  });

  it('moves all interest to the one that stays', async () => {
    const pilotApi = new FakePilotApi({
      groups: [approved],
      interests: [interestWith({ target: recipientApi })],
    });
    await open(pilotApi);
    await group();
    await pressed(`Merge, ${names}`);
    await screen.findByRole('dialog', { name: 'Merge interest' });
    expect(
      screen.getByText(
        'Move all interest from Recipient API to Partner data sharing. Everyone involved is told. The log keeps both.',
      ),
    ).toBeInTheDocument();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why are they the same/ }),
      'Same thing',
    );
    pilotApi.groups = [];
    await pressed('Move all interest');
    expect(pilotApi.mergeTargets).toHaveBeenCalledWith({
      from: recipientApi,
      into: dataSharing,
      reason: 'Same thing',
    });
    expect(
      await screen.findByText('1 interest moved to Partner data sharing.'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole('article')).not.toBeInTheDocument(),
    );
  });

  it('does not move interest to where it is', async () => {
    const pilotApi = new FakePilotApi({ groups: [approved] });
    await open(pilotApi);
    await group();
    await pressed(`Merge, ${names}`);
    await userEvent.click(
      await screen.findByRole('button', { name: /Its interest moves/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Partner data sharing' }),
    );
    expect(
      await screen.findByText('Choose two different ones.'),
    ).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox'), 'Same');
    await pressed('Move all interest');
    expect(pilotApi.mergeTargets).not.toHaveBeenCalled();
  });

  it('offers to load again what could not be loaded', async () => {
    const pilotApi = new FakePilotApi({ groups: [fragmentationGroup] });
    pilotApi.getFragmentation.mockRejectedValueOnce(await refused(500, 'no'));
    await open(pilotApi);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Fragmentation could not be loaded.',
    );
    await pressed('Try again');
    expect(await group()).toBeInTheDocument();
  });

  it('says no more than it must to who may not read', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.getFragmentation.mockRejectedValue(await refused(403, 'no'));
    await open(pilotApi);
    expect(
      await screen.findByText('There is nothing here that you can see.'),
    ).toBeInTheDocument();
  });

  it('is named and operable', async () => {
    await open(new FakePilotApi({ groups: [approved] }));
    await group();
    expect(await accessibilityProblems(screen.getByTestId('page'))).toEqual([]);
  });
});
