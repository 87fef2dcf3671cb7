import { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { pilotServiceMock } from '@pilot-to-platform/plugin-pilot-node/testUtils';
import { parse } from 'yaml';
import { ada, Checkpoints, runStep } from '../__testUtils__/runStep';
import { createProposePhaseAction } from './createProposePhaseAction';

const target = 'pilot:default/delta-sharing';
const approvers = ['group:default/architects'];
const before = { version: 7, phase: 'demand', approvers } as unknown as Pilot;
const proposed = {
  ...before,
  version: 8,
  proposal: { id: 'a-proposal' },
} as Pilot;
const input = {
  target,
  to: 'build-out',
  reason: 'Five teams wait for it, and three describe what for',
};

const pilot = pilotServiceMock.mock({
  getPilot: async () => before,
  proposePhase: async () => proposed,
});
const action = createProposePhaseAction({ pilot });

describe('pilot:propose-phase', () => {
  beforeEach(() => jest.clearAllMocks());

  it('proposes in the name of the person, and tells who decides', async () => {
    const { output } = await runStep(action, input);
    expect(pilot.proposePhase.mock.calls).toEqual([
      [
        target,
        { to: 'build-out', reason: input.reason, version: 7 },
        { credentials: ada },
      ],
    ]);
    expect(output).toEqual({
      proposalId: 'a-proposal',
      phase: 'demand',
      approvers,
    });
  });

  it('proposes once, however often the task is tried', async () => {
    const checkpoints: Checkpoints = new Map();
    const first = await runStep(action, input, { checkpoints });
    const again = await runStep(action, input, { checkpoints });
    expect(pilot.proposePhase).toHaveBeenCalledTimes(1);
    expect(again.output).toEqual(first.output);
  });

  it('asks for the same on the same version where the task broke off', async () => {
    const checkpoints: Checkpoints = new Map();
    pilot.proposePhase.mockRejectedValueOnce(new TypeError('fetch failed'));
    await expect(runStep(action, input, { checkpoints })).rejects.toThrow();
    // Made, and decided before anybody could tell.
    pilot.getPilot.mockResolvedValueOnce({ ...before, version: 9 });
    await runStep(action, input, { checkpoints });
    const [first, again] = pilot.proposePhase.mock.calls;
    expect(again).toEqual(first);
  });

  it('proposes nothing in a dry run', async () => {
    expect(action.supportsDryRun).toBe(true);
    const { output, logger } = await runStep(action, input, { isDryRun: true });
    expect(pilot.getPilot).not.toHaveBeenCalled();
    expect(pilot.proposePhase).not.toHaveBeenCalled();
    expect(output).toEqual({ proposalId: 'dry-run' });
    expect(logger.info).toHaveBeenCalledWith(
      'Would propose build-out for pilot:default/delta-sharing',
    );
  });

  it.each([[true], [false]])(
    'names every bad field, dry run: %s',
    async isDryRun => {
      const bad = { ...input, target: 'api:default/orders', reason: '  ' };
      await expect(runStep(action, bad, { isDryRun })).rejects.toThrow(
        'target: must name a pilot such as pilot:default/payments; reason: say why now; the decision keeps it',
      );
      expect(pilot.proposePhase).not.toHaveBeenCalled();
    },
  );

  it('says why the pilot backend refused', async () => {
    const cause = Object.assign(new Error('the gate is closed'), {
      name: 'ConflictError',
    });
    pilot.proposePhase.mockRejectedValueOnce(
      new Error('Request failed with 409 Conflict', { cause }),
    );
    await expect(runStep(action, input)).rejects.toThrow(
      'Could not propose build-out for pilot:default/delta-sharing; caused by ConflictError: the gate is closed',
    );
  });
});

/** Proposals of the examples. */
const examples: Record<string, [string, object]> = {
  'Propose to invest in a Pilot': [
    target,
    { to: 'build-out', reason: input.reason, version: 7 },
  ],
  'Propose a Pilot of platform scale before its gate is open': [
    'pilot:default/service-credentials',
    {
      to: 'build-out',
      reason: 'Every service that calls another one needs it',
      bypass: true,
      version: 7,
    },
  ],
  'Propose to keep a Pilot as a point solution': [
    'pilot:default/evening-slots',
    {
      to: 'point-solution',
      reason: 'Nobody else asked in half a year, and it serves us well',
      version: 7,
    },
  ],
};

describe('the examples', () => {
  beforeEach(() => jest.clearAllMocks());

  it('are all tried here', () => {
    expect(action.examples!.map(({ description }) => description)).toEqual(
      Object.keys(examples),
    );
  });

  it.each(
    action.examples!.map(({ description, example }) => [description, example]),
  )('%s', async (description, example) => {
    const [step] = parse(example).steps;
    expect(step.action).toBe(action.id);
    await runStep(action, step.input);
    expect(pilot.proposePhase.mock.calls).toEqual([
      [...examples[description], { credentials: ada }],
    ]);
  });
});
