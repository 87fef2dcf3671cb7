import { pilotServiceMock } from '@pilot-to-platform/plugin-pilot-node/testUtils';
import { parse } from 'yaml';
import { ada, Checkpoints, runStep } from '../__testUtils__/runStep';
import { createReportResultsAction } from './createReportResultsAction';

const target = 'pilot:default/delta-sharing';
const result = {
  check: 'governance.security-review',
  verdict: 'pass',
  evidence: 'https://security.example.com/reviews/42',
};
const input = { target, results: [result] };
const news = { accepted: 1, unchanged: 0 };
const aTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

const pilot = pilotServiceMock.mock({
  reportResults: async () => ({ target, ...news }),
});
const action = createReportResultsAction({ pilot });

describe('pilot:report-results', () => {
  beforeEach(() => jest.clearAllMocks());

  it('reports a result, and whether it was new', async () => {
    const { output } = await runStep(action, input);
    expect(pilot.reportResults.mock.calls).toEqual([
      [target, [{ ...result, at: aTime }], { credentials: ada }],
    ]);
    expect(output).toEqual(news);
  });

  it('reports once, however often the task is tried', async () => {
    const checkpoints: Checkpoints = new Map();
    await runStep(action, input, { checkpoints });
    const { output } = await runStep(action, input, { checkpoints });
    expect(pilot.reportResults).toHaveBeenCalledTimes(1);
    expect(output).toEqual(news);
  });

  it('sends the same again where the task broke off before the answer', async () => {
    const checkpoints: Checkpoints = new Map();
    pilot.reportResults.mockRejectedValueOnce(new TypeError('fetch failed'));
    await expect(runStep(action, input, { checkpoints })).rejects.toThrow();
    await runStep(action, input, { checkpoints });
    const [first, again] = pilot.reportResults.mock.calls;
    expect(again).toEqual(first);
  });

  it('keeps the time that is given', async () => {
    const at = '2026-11-20T09:00:00Z';
    await runStep(action, { target, results: [{ ...result, at }] });
    const [[, [reported]]] = pilot.reportResults.mock.calls;
    expect(reported.at).toBe(at);
  });

  it('says what was known already', async () => {
    pilot.reportResults.mockResolvedValueOnce({
      target,
      accepted: 0,
      unchanged: 1,
    });
    const { output, logger } = await runStep(action, input);
    expect(output).toEqual({ accepted: 0, unchanged: 1 });
    expect(logger.info).toHaveBeenCalledWith(
      'Reported for pilot:default/delta-sharing: governance.security-review=pass; 0 new, 1 known or older',
    );
  });

  it('reports nothing in a dry run', async () => {
    expect(action.supportsDryRun).toBe(true);
    const { output, logger } = await runStep(action, input, { isDryRun: true });
    expect(pilot.reportResults).not.toHaveBeenCalled();
    expect(output).toEqual({ accepted: 0, unchanged: 0 });
    expect(logger.info).toHaveBeenCalledWith(
      'Would report for pilot:default/delta-sharing: governance.security-review=pass',
    );
  });

  it.each([[true], [false]])(
    'names every bad field, dry run: %s',
    async isDryRun => {
      const bad = {
        target: 'sharing',
        results: [{ ...result, evidence: 'a file', at: 'now' }],
      };
      await expect(runStep(action, bad, { isDryRun })).rejects.toThrow(
        'target: must be an entity ref such as api:default/orders; results.0.evidence: must be a link that begins with https:// or http://; results.0.at: must be a time such as 2026-11-20T09:00:00Z',
      );
      expect(pilot.reportResults).not.toHaveBeenCalled();
    },
  );

  it('says why the pilot backend refused', async () => {
    const cause = Object.assign(new Error('a service reports results'), {
      name: 'NotAllowedError',
    });
    pilot.reportResults.mockRejectedValueOnce(
      new Error('Request failed with 403 Forbidden', { cause }),
    );
    await expect(runStep(action, input)).rejects.toThrow(
      'Could not report for pilot:default/delta-sharing; caused by NotAllowedError: a service reports results',
    );
  });
});

/** Reports of the examples. */
const examples: Record<string, [string, object[]]> = {
  'Report that the security review was passed': [
    target,
    [{ ...result, at: aTime }],
  ],
  'Report what was missing, and when that was found out': [
    target,
    [
      {
        check: 'governance.service-levels',
        verdict: 'fail',
        note: 'No answer for the nights yet',
        at: '2026-11-20T09:00:00Z',
      },
    ],
  ],
  'Report several checks at once': [
    'component:default/delta-share-server',
    [
      { check: 'docs.getting-started', verdict: 'pass', at: aTime },
      { check: 'docs.examples', verdict: 'pass', at: aTime },
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
    const [step] = parse(example).steps;
    expect(step.action).toBe(action.id);
    await runStep(action, step.input);
    expect(pilot.reportResults.mock.calls).toEqual([
      [...examples[description], { credentials: ada }],
    ]);
  });
});
