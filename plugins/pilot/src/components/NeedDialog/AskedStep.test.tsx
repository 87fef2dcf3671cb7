import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  checkout,
  dataSharing,
  daysAgo,
  interestWith,
  payments,
} from '../../__testUtils__/world';
import { NeedButton } from './NeedButton';

const due = interestWith({
  createdAt: daysAgo(125),
  confirmedAt: daysAgo(125),
  confirmDue: true,
  status: 'planned',
  statusNote: 'In Q1',
  useCase: 'Weekly extracts',
  specificity: 0.5,
});

async function openDialog(name: RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog', {
    name: 'You asked for Partner data sharing',
  });
}

const pressed = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('AskedStep', () => {
  const showOwn = (...interests: Interest[]) =>
    show(<NeedButton entityRef={dataSharing} />, {
      pilotApi: new FakePilotApi({ interests }),
      teams: [payments, checkout],
    });
  // The button is refined once it is known what the reader has recorded.
  const opened = () => openDialog(/You asked for this|Still need this/);

  it('shows each interest with what became of it', async () => {
    await showOwn(due, interestWith({ id: 'i2', team: checkout }));
    await opened();
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('payments');
    expect(first).toHaveTextContent('Important');
    expect(first).toHaveTextContent('Planned');
    expect(first).toHaveTextContent('"In Q1"');
    expect(first).toHaveTextContent('Weekly extracts');
    expect(first).toHaveTextContent('Concrete');
    expect(second).toHaveTextContent('checkout');
    expect(second).toHaveTextContent('asked 3 days ago');
  });

  it('confirms', async () => {
    const { pilotApi } = await showOwn(due);
    await opened();
    await pressed('Still needed, payments, Weekly extracts');
    expect(pilotApi.confirmInterest).toHaveBeenCalledWith('i1');
    const item = await screen.findByRole('listitem');
    expect(await within(item).findByText('Confirmed today.')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Still needed/ }),
    ).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Edit/ })).toHaveFocus();
  });

  it('changes details and urgency, and comes back', async () => {
    const { pilotApi } = await showOwn(due);
    await opened();
    await pressed('Edit, payments, Weekly extracts');
    const useCase = await screen.findByRole('textbox', {
      name: 'What would you use it for?',
    });
    expect(useCase).toHaveFocus();
    await userEvent.type(useCase, ', daily');
    await userEvent.click(screen.getByRole('radio', { name: 'Critical' }));
    await pressed('Save details');
    await screen.findByText('Saved.');
    expect(pilotApi.recordInterest).toHaveBeenCalledWith(
      dataSharing,
      expect.objectContaining({
        id: 'i1',
        useCase: 'Weekly extracts, daily',
        urgency: 'critical',
      }),
    );
    await pressed('Back');
    expect(
      await screen.findByRole('button', {
        name: 'Edit, payments, Weekly extracts, daily',
      }),
    ).toHaveFocus();
  });

  it('withdraws at once and brings back', async () => {
    const { pilotApi } = await showOwn(due);
    await opened();
    await pressed('Withdraw, payments, Weekly extracts');
    const undo = await screen.findByRole('button', {
      name: 'Undo, payments, Weekly extracts',
    });
    expect(pilotApi.withdrawInterest).toHaveBeenCalledWith('i1');
    expect(undo).toHaveFocus();

    await userEvent.click(undo);
    expect(
      await screen.findByRole('button', { name: /^Withdraw/ }),
    ).toHaveFocus();
    expect(pilotApi.recordInterest).toHaveBeenCalledWith(dataSharing, {
      id: 'i1',
      team: payments,
    });
  });

  it('begins anew once everything is withdrawn and the dialog closed', async () => {
    await showOwn(due);
    await opened();
    await pressed('Withdraw, payments, Weekly extracts');
    await screen.findByRole('button', { name: /^Undo/ });
    await pressed('Done');
    await userEvent.click(
      await screen.findByRole('button', { name: 'I need this' }),
    );
    expect(
      await screen.findByRole('dialog', {
        name: 'I need Partner data sharing',
      }),
    ).toBeInTheDocument();
  });

  it('adds another use case under a key of its own', async () => {
    const { pilotApi } = await showOwn(due);
    await opened();
    await pressed('Add another use case');
    await userEvent.click(
      await screen.findByRole('button', { name: /Your team/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Payments' }),
    );
    pilotApi.recordInterest.mockRejectedValueOnce(new TypeError('lost'));
    await pressed('Record');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await screen.findByText('Recorded for Payments, important.');
    const keys = pilotApi.recordInterest.mock.calls.map(
      ([, body]) => body.useCaseKey,
    );
    expect(keys[0]).toMatch(/^use-case-[a-z0-9]+$/);
    expect(keys[1]).toBe(keys[0]);
    expect(pilotApi.interests).toHaveLength(2);
  });

  it('needs no key for the first use case of another team', async () => {
    const { pilotApi } = await showOwn(due);
    await opened();
    await pressed('Add another use case');
    await userEvent.click(
      await screen.findByRole('button', { name: /Your team/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Checkout' }),
    );
    await pressed('Record');
    await screen.findByText('Recorded for Checkout, important.');
    expect(pilotApi.recordInterest.mock.calls[0][1]).toEqual({
      team: checkout,
      urgency: 'important',
    });
  });

  it('leaves a declined one its reason, and nothing to change', async () => {
    await showOwn({
      ...due,
      status: 'declined',
      statusNote: 'Out of scope',
      confirmDue: false,
      can: { edit: 'declined', withdraw: true, confirm: 'declined' },
    });
    await opened();
    expect(screen.getByText('Reason: "Out of scope"')).toBeInTheDocument();
    expect(
      screen.getAllByRole('button').map(button => button.textContent),
    ).toEqual(expect.arrayContaining(['Add another use case', 'Done']));
    expect(
      screen.queryByRole('button', { name: /Edit|Withdraw|Still/ }),
    ).not.toBeInTheDocument();
  });

  it('has no adopted one confirmed', async () => {
    await showOwn({
      ...due,
      status: 'adopted',
      confirmDue: false,
      can: { edit: true, withdraw: true, confirm: 'adopted' },
    });
    await opened();
    expect(
      screen.getByText('Adopted. No need to confirm.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Still/ }),
    ).not.toBeInTheDocument();
  });

  it('says that withdrawing failed and leaves the interest', async () => {
    const { pilotApi } = await showOwn(due);
    pilotApi.withdrawInterest.mockRejectedValueOnce(
      await refused(500, 'out of order'),
    );
    await opened();
    await pressed('Withdraw, payments, Weekly extracts');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save. Nothing was changed.',
    );
    await pressed('Try again');
    expect(
      await screen.findByRole('button', { name: /^Undo/ }),
    ).toBeInTheDocument();
  });

  it('shows text of a person as text, with links to elsewhere', async () => {
    await showOwn({
      ...due,
      useCase: '<b>bold</b> see https://example.org/a javascript:alert(1)',
    });
    const dialog = await opened();
    expect(dialog.querySelector('b')).toBeNull();
    const links = within(dialog).getAllByRole('link');
    expect(links).toHaveLength(1);
    expect(links[0]).toHaveAttribute('href', 'https://example.org/a');
    expect(links[0]).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('is announced, named and operable', async () => {
    await showOwn(due, interestWith({ id: 'i2', team: checkout }));
    expect(await accessibilityProblems(await opened())).toEqual([]);
  });
});
