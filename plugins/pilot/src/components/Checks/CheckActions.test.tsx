import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { today } from '@internationalized/date';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  fullReadiness,
  monitoring,
  twoOperators,
} from '../../__testUtils__/readinessWorld';
import { dataSharing, pilotEntity } from '../../__testUtils__/world';
import { ReadinessTab } from '../Readiness/ReadinessTab';

const pressed = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }));

const question = 'Can at least two people operate it?';
const dialog = () => screen.findByRole('dialog');
const evidence = () => screen.getByRole('textbox', { name: /Evidence URL/ });
const reason = () => screen.getByRole('textbox', { name: /Why can it wait/ });

/** Types a day into a date field, as 3/1/2027. */
async function typed(
  group: RegExp,
  day: { month: number; day: number; year: number },
) {
  const field = await screen.findByRole('group', { name: group });
  const of = (name: RegExp) => within(field).getByRole('spinbutton', { name });
  const user = userEvent.setup();
  for (const part of ['month', 'day', 'year'] as const) {
    await user.click(of(new RegExp(`^${part}`)));
    await user.keyboard(
      String(day[part]).padStart(part === 'year' ? 4 : 2, '0'),
    );
  }
}

const asApprover = () => {
  const pilotApi = new FakePilotApi();
  const can = { attest: 'notOwner', waive: true } as const;
  pilotApi.readiness = fullReadiness({
    checks: fullReadiness().checks.map(check => ({
      ...check,
      can: check.waiver ? { ...can, revokeWaiver: true } : can,
    })),
    can: { attest: 'notOwner', waive: true, collect: 'notOwner' },
  });
  return pilotApi;
};

const asOwner = () => {
  const pilotApi = new FakePilotApi();
  pilotApi.readiness = fullReadiness();
  return pilotApi;
};

describe('CheckActions', () => {
  const open = async (pilotApi: FakePilotApi, name: RegExp) => {
    const portal = await show(<ReadinessTab />, {
      pilotApi,
      entity: pilotEntity,
    });
    await userEvent.click(await screen.findByRole('button', { name }));
    return portal;
  };
  const openAttest = async (pilotApi = asOwner()) => {
    const portal = await open(pilotApi, /^Can at least two/);
    await pressed('button', `Attest again, ${question}`);
    await dialog();
    return portal;
  };
  const openWaive = async (pilotApi = asApprover()) => {
    const portal = await open(pilotApi, /^Is it monitored/);
    await pressed('button', 'Waive, Is it monitored?');
    await dialog();
    return portal;
  };

  it('attests, says so, and gives the focus back', async () => {
    const { pilotApi } = await openAttest();
    expect(await dialog()).toHaveTextContent(
      'You sign as dana, for partner-tech.',
    );
    expect(await dialog()).toHaveTextContent('At most 180 days');
    await userEvent.type(evidence(), 'https://rota.example.com/2');
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'Two');
    await pressed('button', 'Sign');
    expect(await screen.findByText('Signed.')).toBeInTheDocument();
    // As long as the check allows: nothing has to be said about that.
    expect(pilotApi.attestCheck).toHaveBeenCalledWith(dataSharing, {
      check: twoOperators.id,
      verdict: 'pass',
      evidence: 'https://rota.example.com/2',
      note: 'Two',
    });
    expect(
      await screen.findByRole('button', { name: /^Can at least two.* Pass/ }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: `Attest again, ${question}` }),
      ).toHaveFocus(),
    );
    expect(pilotApi.getReadiness).toHaveBeenCalledTimes(1);
  });

  it.each(['', 'rota.example.com', 'ftp://rota.example.com'])(
    'refuses to attest with %p as evidence, at the field',
    async text => {
      const { pilotApi } = await openAttest();
      if (text) await userEvent.type(evidence(), text);
      await pressed('button', 'Sign');
      expect(evidence()).toHaveFocus();
      expect(evidence()).toBeInvalid();
      expect(evidence()).toHaveAccessibleDescription(
        /Give a link that begins with https:\/\/ or http:\/\/\./,
      );
      expect(pilotApi.attestCheck).not.toHaveBeenCalled();
    },
  );

  it('refuses to attest for longer than the check allows', async () => {
    const { pilotApi } = await openAttest();
    await userEvent.type(evidence(), 'https://rota.example.com');
    const late = today('UTC').add({ days: 181 });
    await typed(/Valid until/, late);
    await pressed('button', 'Sign');
    expect(await dialog()).toHaveTextContent(/Choose .* or an earlier day\./);
    expect(pilotApi.attestCheck).not.toHaveBeenCalled();
    expect(document.activeElement).toHaveAttribute('role', 'spinbutton');

    const allowed = today('UTC').add({ days: 30 });
    await typed(/Valid until/, allowed);
    await pressed('button', 'Sign');
    expect(await screen.findByText('Signed.')).toBeInTheDocument();
    expect(pilotApi.attestCheck).toHaveBeenCalledWith(
      dataSharing,
      expect.objectContaining({ expiresAt: allowed.toString() }),
    );
  });

  it('attests that it does not hold yet', async () => {
    const { pilotApi } = await openAttest();
    await pressed('radio', 'Not yet');
    await userEvent.type(evidence(), 'https://rota.example.com');
    await pressed('button', 'Sign');
    await screen.findByText('Signed.');
    expect(pilotApi.attestCheck).toHaveBeenCalledWith(
      dataSharing,
      expect.objectContaining({ verdict: 'fail', note: null }),
    );
  });

  it('keeps what was typed when saving fails, and tries again', async () => {
    const pilotApi = asOwner();
    pilotApi.attestCheck.mockRejectedValueOnce(await refused(500, 'down'));
    await openAttest(pilotApi);
    await userEvent.type(evidence(), 'https://rota.example.com');
    await pressed('button', 'Sign');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save. Nothing was changed.',
    );
    expect(evidence()).toHaveValue('https://rota.example.com');
    await pressed('button', 'Try again');
    expect(await screen.findByText('Signed.')).toBeInTheDocument();
  });

  it('keeps a draft that was closed', async () => {
    await openAttest();
    await userEvent.type(evidence(), 'https://rota.example.com');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await pressed('button', `Attest again, ${question}`);
    expect(await screen.findByText('Draft kept.')).toBeInTheDocument();
    expect(evidence()).toHaveValue('https://rota.example.com');
  });

  it('revokes an attestation', async () => {
    const { pilotApi } = await open(asOwner(), /^Can at least two/);
    await pressed('button', `Revoke attestation, ${question}`);
    expect(await screen.findByText('Revoked.')).toBeInTheDocument();
    expect(pilotApi.revokeAttestation).toHaveBeenCalledWith(dataSharing, 'a1');
    expect(
      screen.queryByRole('button', { name: /^Revoke attestation/ }),
    ).toBeNull();
  });

  it('waives with a reason until a day, and says who can see it', async () => {
    const { pilotApi } = await openWaive();
    expect(await dialog()).toHaveTextContent(
      'Counts as passed until then. Shown to everyone with your name.',
    );
    await pressed('button', 'Waive');
    expect(reason()).toHaveFocus();
    expect(reason()).toHaveAccessibleDescription(
      /Say why it can wait\. Everyone sees it\./,
    );
    expect(await dialog()).toHaveTextContent('Choose a day.');
    await userEvent.type(reason(), 'Contract signed');
    await pressed('button', 'Waive');
    expect(document.activeElement).toHaveAttribute('role', 'spinbutton');
    expect(pilotApi.waiveCheck).not.toHaveBeenCalled();

    const until = today('UTC').add({ days: 60 });
    await typed(/Until/, until);
    await pressed('button', 'Waive');
    expect(await screen.findByText('Waived.')).toBeInTheDocument();
    expect(pilotApi.waiveCheck).toHaveBeenCalledWith(dataSharing, {
      check: monitoring.id,
      reason: 'Contract signed',
      expiresAt: until.toString(),
    });
    expect(
      await screen.findByRole('button', {
        name: /^Is it monitored.*Waived.*waived by dana until/,
      }),
    ).toBeInTheDocument();
  });

  it('refuses to waive for longer than the policy allows', async () => {
    const { pilotApi } = await openWaive();
    await userEvent.type(reason(), 'Contract signed');
    await typed(/Until/, today('UTC').add({ days: 181 }));
    await pressed('button', 'Waive');
    expect(await dialog()).toHaveTextContent(/Choose .* or an earlier day\./);
    expect(pilotApi.waiveCheck).not.toHaveBeenCalled();
  });

  it('lets an approver revoke a waiver, and attest nothing', async () => {
    const { pilotApi } = await open(asApprover(), /^Are there enough people/);
    expect(screen.queryByRole('button', { name: /^Attest/ })).toBeNull();
    await pressed('button', 'Revoke waiver, Are there enough people?');
    expect(await screen.findByText('Revoked.')).toBeInTheDocument();
    expect(pilotApi.revokeWaiver).toHaveBeenCalledWith(dataSharing, 'w1');
  });

  it('has no actions for who may do nothing', async () => {
    const pilotApi = asOwner();
    pilotApi.readiness = fullReadiness({
      checks: [
        { ...twoOperators, can: { attest: 'notOwner', waive: 'notApprover' } },
      ],
    });
    await open(pilotApi, /^Can at least two/);
    expect(
      screen.queryByRole('button', { name: /^(Attest|Waive|Revoke)/ }),
    ).toBeNull();
  });

  it('keeps a row where it is after it was answered', async () => {
    const pilotApi = asOwner();
    await show(<ReadinessTab />, { pilotApi, entity: pilotEntity });
    await pressed('radio', 'To do 3');
    await pressed('button', /^Can at least two/);
    await pressed('button', `Attest again, ${question}`);
    await userEvent.type(evidence(), 'https://rota.example.com');
    await pressed('button', 'Sign');
    expect(await screen.findByText('Signed.')).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'To do 2' })).toBeChecked();
    expect(
      screen.getByRole('button', { name: /^Can at least two.* Pass/ }),
    ).toBeInTheDocument();
  });

  it('has dialogs that are named and operable', async () => {
    await openAttest();
    expect(await accessibilityProblems(await dialog())).toEqual([]);
  });
});
