import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { At } from '../__testUtils__/At';
import { decisions, proposalWith } from '../__testUtils__/decisionsWorld';
import { FakePilotApi, refused } from '../__testUtils__/FakePilotApi';
import { ready } from '../__testUtils__/gateWorld';
import { pilotWith } from '../__testUtils__/pilotsWorld';
import { show } from '../__testUtils__/portals';
import { council, fullReadiness } from '../__testUtils__/readinessWorld';
import {
  checkout,
  dataSharing,
  fragmentationGroup,
  interestWith,
  pilotEntity,
  strongDemand,
} from '../__testUtils__/world';
import { DemandTab } from '../components/Demand/DemandTab';
import { FragmentationPage } from '../components/Duplicates/FragmentationPage';
import { GateBox } from '../components/Decisions/GateBox';
import { NeedButton } from '../components/NeedDialog/NeedButton';
import { ReadinessTab } from '../components/Readiness/ReadinessTab';

/** A form that takes text: where it is, how it is opened, and how what is typed is sent. */
interface Form {
  readonly name: string;
  readonly element: ReactElement;
  readonly field: RegExp;
  readonly submit: string;
  /** Choices to make beside the text, so that it can be sent. */
  readonly needs?: readonly string[];
  world(): FakePilotApi;
  open(): Promise<void>;
  /** The function of the client that sends it. */
  readonly sends: keyof FakePilotApi;
}

const pressed = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }));

const groups = [
  { ...fragmentationGroup, can: { dismiss: true, merge: true } as const },
];
const names = 'Partner data sharing and Recipient API';
const readiness = (attest: boolean) => () => {
  const pilotApi = new FakePilotApi();
  const can = attest ? { attest: true, waive: true } : { waive: true };
  pilotApi.readiness = fullReadiness();
  pilotApi.readiness = {
    ...pilotApi.readiness,
    checks: pilotApi.readiness.checks.map(check => ({
      ...check,
      can: { ...check.can, ...can } as typeof check.can,
    })),
  };
  return pilotApi;
};
const proposed = () => {
  const pilotApi = new FakePilotApi();
  pilotApi.readiness = fullReadiness();
  pilotApi.decisions = decisions;
  pilotApi.pilot = pilotWith({
    approvers: [council],
    gate: { to: 'platform', open: true, left: [] },
    proposal: proposalWith({ can: { decide: true, withdraw: 'notProposer' } }),
  });
  return pilotApi;
};
const question = 'Can at least two people operate it?';
const openCheck = async (action: RegExp) => {
  await pressed('button', /^Can at least two/);
  await pressed('button', action);
};
const duplicates = (
  <At search="">
    <FragmentationPage />
  </At>
);

const forms: Form[] = [
  {
    name: 'the note of an answer in the inbox',
    element: <DemandTab />,
    world: () =>
      new FakePilotApi({
        demand: { ...strongDemand, can: { record: true, triage: true } },
        interests: [
          interestWith({ id: 'kim', team: checkout, can: { triage: true } }),
        ],
      }),
    async open() {
      await screen.findByRole('region', { name: 'Inbox' });
      const row = await screen.findByRole('button', { name: /^checkout/ });
      if (row.getAttribute('aria-expanded') === 'false') {
        await userEvent.click(row);
      }
    },
    field: /Note to the author/,
    submit: 'Save and open next',
    sends: 'setInterestStatus',
  },
  {
    name: 'the details of a need',
    element: <NeedButton entityRef={dataSharing} />,
    world: () =>
      new FakePilotApi({ interests: [interestWith({ can: { edit: true } })] }),
    async open() {
      await pressed('button', /^You asked for this/);
      await screen.findByRole('dialog');
      const edit = screen.queryByRole('button', { name: /^Edit/ });
      if (edit) await userEvent.click(edit);
    },
    field: /What would you use it for/,
    submit: 'Save details',
    sends: 'recordInterest',
  },
  {
    name: 'an attestation',
    element: <ReadinessTab />,
    world: readiness(true),
    open: () =>
      openCheck(new RegExp(`^Attest( again)?, ${question.slice(0, -1)}`)),
    field: /Evidence URL/,
    submit: 'Sign',
    sends: 'attestCheck',
  },
  {
    name: 'a waiver',
    element: <ReadinessTab />,
    world: readiness(false),
    open: () =>
      openCheck(new RegExp(`^Waive( again)?, ${question.slice(0, -1)}`)),
    field: /Why can it wait/,
    submit: 'Waive',
    needs: ['until'],
    sends: 'waiveCheck',
  },
  {
    name: 'a proposal',
    element: <GateBox target={dataSharing} />,
    world: ready,
    open: () => pressed('button', 'Propose launch'),
    field: /^Why/,
    submit: 'Propose',
    sends: 'proposePhase',
  },
  ...(['Approve', 'Reject'] as const).map(decision => ({
    name: `a decision to ${decision}`,
    element: <GateBox target={dataSharing} />,
    world: proposed,
    open: () => pressed('button', decision),
    field: /^Why/,
    submit: decision,
    sends: 'decideProposal' as const,
  })),
  {
    name: 'the reason of a merge',
    element: duplicates,
    world: () => new FakePilotApi({ groups }),
    open: () => pressed('button', `Merge, ${names}`),
    field: /^Why|^Reason/,
    submit: 'Move all interest',
    sends: 'mergeTargets',
  },
  {
    name: 'why something is no duplicate',
    element: duplicates,
    world: () => new FakePilotApi({ groups }),
    open: () => pressed('button', `Not a duplicate, ${names}`),
    field: /^Why|^Reason/,
    submit: 'Hide for everyone',
    sends: 'dismissFragmentation',
  },
];

const text = 'https://wiki.example.com/what-was-typed-before-the-sun-went-down';

describe.each(forms)('$name', form => {
  const look = async (pilotApi: FakePilotApi, person?: string) => {
    await show(form.element, { pilotApi, entity: pilotEntity, person });
    await form.open();
    return screen.findByRole('textbox', { name: form.field });
  };
  const type = async (pilotApi: FakePilotApi) => {
    const field = await look(pilotApi);
    await userEvent.click(field);
    await userEvent.paste(text);
    return field;
  };

  it('stays over a reload, until it is discarded', async () => {
    await type(form.world());
    cleanup();

    expect(await look(form.world())).toHaveValue(text);
    expect(screen.getByText('Draft kept.')).toBeInTheDocument();
    await pressed('button', 'Discard draft');
    expect(screen.getByRole('textbox', { name: form.field })).toHaveValue('');
    cleanup();

    expect(await look(form.world())).toHaveValue('');
    expect(screen.queryByText('Draft kept.')).toBeNull();
  });

  it('is nobody else’s', async () => {
    await type(form.world());
    cleanup();
    expect(await look(form.world(), 'user:default/eve')).toHaveValue('');
  });

  it('stays when the session is over, and goes once it is saved', async () => {
    const pilotApi = form.world();
    const send = pilotApi[form.sends] as jest.Mock;
    send.mockRejectedValueOnce(await refused(401, 'Missing credentials'));
    await type(pilotApi);
    if (form.needs) return;
    await pressed('button', form.submit);
    await screen.findByRole('alert');
    cleanup();

    const again = form.world();
    expect(await look(again)).toHaveValue(text);
    await pressed('button', form.submit);
    await waitFor(() =>
      expect(again[form.sends] as jest.Mock).toHaveBeenCalled(),
    );
    const drafts = () =>
      Object.keys(window.localStorage).filter(key => /draft/.test(key));
    await waitFor(() => expect(drafts()).toEqual([]));
  });
});
