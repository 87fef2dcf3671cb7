import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import {
  interestDetailsShape,
  Recorded,
  statedDetails,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotServiceMock } from '@pilot-to-platform/plugin-pilot-node/testUtils';
import { validate } from 'jsonschema';
import { parse } from 'yaml';
import { createRecordInterestAction } from './createRecordInterestAction';

const credentials = mockCredentials.user('user:default/ada');
const requestId = expect.stringMatching(/^template\./);
const answer = {
  interest: { id: 'an-id' },
  demand: { score: 46.55, level: 'strong' },
} as Recorded;

const pilot = pilotServiceMock.mock({ recordInterest: async () => answer });
const action = createRecordInterestAction({ pilot });

/** Runs a step as the scaffolder does, which checks the input beforehand. */
async function run(
  input: JsonObject,
  more: { isDryRun?: boolean; step?: { id: string }; each?: JsonObject } = {},
) {
  const { errors } = validate(input, action.schema!.input!);
  expect(errors.map(String)).toEqual([]);

  const logger = mockServices.logger.mock();
  const output: JsonObject = {};
  await action.handler({
    ...createMockActionContext({ workspacePath: '/none' }),
    ...more,
    input: input as Parameters<typeof action.handler>[0]['input'],
    logger,
    output: (name, value) => {
      output[name] = value;
    },
    getInitiatorCredentials: async () => credentials,
  });
  return { output, logger };
}

const input = { target: 'api:default/orders', team: 'group:default/payments' };

describe('pilot:record-interest', () => {
  beforeEach(() => jest.clearAllMocks());

  it('takes every detail of an interest, with what it means', () => {
    const { properties } = action.schema!.input as Record<string, any>;
    expect(
      statedDetails.map(detail => [detail, properties[detail]?.description]),
    ).toEqual(
      statedDetails.map(detail => [
        detail,
        interestDetailsShape[detail].description,
      ]),
    );
  });

  it('records a need in the name of the person, and tells what became of it', async () => {
    const { output } = await run(input);
    expect(pilot.recordInterest.mock.calls).toEqual([
      [
        'api:default/orders',
        { team: 'group:default/payments', requestId },
        { credentials },
      ],
    ]);
    expect(output).toEqual({
      interestId: 'an-id',
      score: 46.55,
      level: 'strong',
    });
  });

  it('makes the same request when the task is tried again', async () => {
    await run(input);
    await run(input);
    await run(input, { step: { id: 'another-step' } });
    const [first, again, other] = pilot.recordInterest.mock.calls;
    expect(again).toEqual(first);
    expect(other[1].requestId).not.toBe(first[1].requestId);
  });

  it('does not take an empty field of a form for an answer', async () => {
    await run({ ...input, useCase: '', neededBy: '' });
    const [[, interest]] = pilot.recordInterest.mock.calls;
    expect(interest).toEqual({ team: input.team, requestId });
  });

  it('leaves the demand out where the person may not read it', async () => {
    pilot.recordInterest.mockResolvedValueOnce({ interest: answer.interest });
    const { output } = await run(input);
    expect(output).toEqual({ interestId: 'an-id' });
  });

  it('records nothing in a dry run', async () => {
    expect(action.supportsDryRun).toBe(true);
    const { output, logger } = await run(input, { isDryRun: true });
    expect(pilot.recordInterest).not.toHaveBeenCalled();
    expect(output).toEqual({ interestId: 'dry-run' });
    expect(logger.info).toHaveBeenCalledWith(
      'Would record that group:default/payments needs api:default/orders',
    );
  });

  it.each([[true], [false]])(
    'names a bad field, dry run: %s',
    async isDryRun => {
      await expect(
        run({ ...input, neededBy: 'soon' }, { isDryRun }),
      ).rejects.toThrow('neededBy: must be a date such as 2027-03-01');
      expect(pilot.recordInterest).not.toHaveBeenCalled();
    },
  );

  it('says why the pilot backend refused', async () => {
    const cause = Object.assign(new Error('team: not yours'), {
      name: 'NotAllowedError',
    });
    pilot.recordInterest.mockRejectedValueOnce(
      new Error('Request failed with 403 Forbidden', { cause }),
    );
    await expect(run(input)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message:
        'Could not record that group:default/payments needs api:default/orders; caused by NotAllowedError: team: not yours',
    });
  });

  it('says why there was no answer at all', async () => {
    pilot.recordInterest.mockRejectedValueOnce(new TypeError('fetch failed'));
    await expect(run(input)).rejects.toThrow(/caused by TypeError: fetch fail/);
  });

  it.each([
    ['no target', { team: input.team }, 'requires property "target"'],
    ['no team', { target: input.target }, 'requires property "team"'],
    ['a field that is none', { ...input, usecase: 'x' }, '"usecase"'],
    ['an unknown urgency', { ...input, urgency: 'high' }, 'instance.urgency'],
    [
      'an unknown otherwise',
      { ...input, otherwise: '?' },
      'instance.otherwise',
    ],
    ['a word for a flag', { ...input, contribute: 'yes' }, 'contribute'],
  ])('has a form that refuses %s', (_, bad, message) => {
    const { errors } = validate(bad, action.schema!.input!);
    expect(errors.map(String)).toEqual([expect.stringContaining(message)]);
  });
});

/** Calls of the pilot service in each example: target and body. */
const examples: Record<string, Array<[string, object]>> = {
  'Record that a team needs an API': [
    ['api:default/orders', { team: 'group:default/payments' }],
  ],
  'Describe the use case, so that the need counts in full': [
    [
      'pilot:default/delta-sharing',
      {
        team: 'group:default/payments',
        useCaseKey: 'weekly-extracts',
        urgency: 'critical',
        useCase: 'Settlement extracts for the auditors, every week',
        alternative: 'We mail spreadsheets',
        neededBy: '2027-03-01',
        expectedUsage: '40 extracts a week',
        otherwise: 'build-own',
        contribute: true,
      },
    ],
  ],
  'Record a need for several entities at once': [
    [
      'api:default/orders',
      { team: 'group:default/payments', urgency: 'nice-to-have' },
    ],
    [
      'api:default/refunds',
      { team: 'group:default/payments', urgency: 'nice-to-have' },
    ],
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
    for (const step of parse(example).steps) {
      expect(step.action).toBe(action.id);
      for (const value of step.each ?? [undefined]) {
        const filled = JSON.stringify(step.input).replaceAll(
          '${{ each.value }}',
          value,
        );
        await run(JSON.parse(filled), {
          step: { id: step.id },
          ...(value && { each: { value } }),
        });
      }
    }
    expect(pilot.recordInterest.mock.calls).toEqual(
      examples[description].map(([target, body]) => [
        target,
        { ...body, requestId },
        { credentials },
      ]),
    );
  });
});
