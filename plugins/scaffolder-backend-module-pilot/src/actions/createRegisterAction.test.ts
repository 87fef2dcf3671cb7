import { readFile, writeFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  defaultAllowedKinds,
  implementedByKinds,
  PilotValidator,
  Policy,
  Similar,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotServiceMock } from '@pilot-to-platform/plugin-pilot-node/testUtils';
import { parse } from 'yaml';
import { ada, runStep } from '../__testUtils__/runStep';
import { createRegisterAction } from './createRegisterAction';

const partnerExports: Similar['items'][number] = {
  target: 'pilot:default/partner-exports',
  title: 'Partner exports',
  kind: 'Pilot',
  owner: 'group:default/ads',
  phase: 'pilot',
  score: 9,
  level: 'faint',
  teams: 1,
  similarity: 0.62,
  reasons: [
    { code: 'capability', capability: 'data-sharing' },
    { code: 'words', words: ['brands', 'files'] },
  ],
};

const pilot = pilotServiceMock.mock({
  getPolicy: async () =>
    ({ interest: { allowedKinds: [...defaultAllowedKinds] } } as Policy),
  findSimilar: async () => ({ items: [] }),
});
const action = createRegisterAction({ pilot });
const validator = new PilotValidator({
  implementedByKinds: implementedByKinds(defaultAllowedKinds),
});

const input = {
  name: 'partner-files',
  title: 'Partner files',
  description: 'Files for brands',
  owner: 'group:default/ads',
  problem: 'Brands wait days for files that we cut by hand',
  capability: 'data-sharing',
};

describe('pilot:register', () => {
  const directory = createMockDirectory();
  const workspacePath = directory.path;
  const written = (path = 'catalog-info.yaml') =>
    readFile(directory.resolve(path), 'utf8');

  beforeEach(() => {
    jest.clearAllMocks();
    directory.clear();
  });

  it('writes a Pilot that the catalog takes', async () => {
    const { output } = await runStep(action, input, { workspacePath });
    const text = await written();
    expect(text).toBe(`apiVersion: pilot-to-platform/v1alpha1
kind: Pilot
metadata:
  name: partner-files
  title: Partner files
  description: Files for brands
spec:
  type: capability
  owner: group:default/ads
  problem: Brands wait days for files that we cut by hand
  capability: data-sharing
`);
    expect(validator.validate(parse(text))).toBe(true);
    expect(output).toEqual({
      entityRef: 'pilot:default/partner-files',
      path: 'catalog-info.yaml',
      yaml: text,
      similar: 0,
    });
  });

  it('leaves out what a form leaves empty', async () => {
    const empty = { system: '', tags: [], implementedBy: [] };
    await runStep(action, { ...input, ...empty }, { workspacePath });
    const { metadata, spec } = parse(await written());
    expect(metadata).not.toHaveProperty('tags');
    expect(Object.keys(spec)).toEqual([
      'type',
      'owner',
      'problem',
      'capability',
    ]);
  });

  it('keeps text that YAML would read as something else', async () => {
    const problem = '- "yes": no\n# 12:30';
    await runStep(action, { ...input, problem }, { workspacePath });
    expect(parse(await written()).spec.problem).toBe(problem);
  });

  it('asks first what looks alike, and tells only how much', async () => {
    pilot.findSimilar.mockResolvedValueOnce({ items: [partnerExports] });
    const { output, logger } = await runStep(action, input, { workspacePath });
    expect(pilot.findSimilar.mock.calls).toEqual([
      [
        {
          title: 'Partner files',
          text: 'Files for brands\nBrands wait days for files that we cut by hand',
          capability: 'data-sharing',
        },
        { credentials: ada },
      ],
    ]);
    expect(output.similar).toBe(1);
    // Others read both, and may not see it.
    const told = JSON.stringify([output.similar, logger.info.mock.calls]);
    expect(told).toContain('1 in the catalog look alike');
    expect(told).not.toMatch(/partner-exports|Partner exports|0\.62|brands/);
  });

  it('stops where something looks too much alike, and writes nothing', async () => {
    pilot.findSimilar.mockResolvedValue({ items: [partnerExports] });
    await expect(
      runStep(action, { ...input, failFrom: 0.62 }, { workspacePath }),
    ).rejects.toThrow(
      /^1 in the catalog look too much like it; the form of the template shows them\. /,
    );
    await expect(written()).rejects.toThrow(/ENOENT/);
    await runStep(action, { ...input, failFrom: 0.63 }, { workspacePath });
    expect(await written()).toContain('partner-files');
    pilot.findSimilar.mockResolvedValue({ items: [] });
  });

  it('is not stopped by what was retired, nor by itself', async () => {
    pilot.findSimilar.mockResolvedValueOnce({
      items: [
        { ...partnerExports, target: 'pilot:default/partner-files' },
        { ...partnerExports, phase: 'retired' },
      ],
    });
    const { output } = await runStep(
      action,
      { ...input, failFrom: 0.5 },
      { workspacePath },
    );
    expect(output.similar).toBe(1);
  });

  it('goes on where nobody can look, but not where looking decides', async () => {
    const cause = Object.assign(new Error('not for contractors'), {
      name: 'NotAllowedError',
    });
    pilot.findSimilar.mockRejectedValue(new Error('403', { cause }));
    const { logger } = await runStep(action, input, { workspacePath });
    expect(logger.warn).toHaveBeenCalledWith(
      'Could not look for what looks alike: NotAllowedError: not for contractors',
    );
    await expect(
      runStep(action, { ...input, failFrom: 0.6 }, { workspacePath }),
    ).rejects.toThrow(/caused by NotAllowedError: not for contractors/);
    pilot.findSimilar.mockResolvedValue({ items: [] });
  });

  it.each([
    ['a user as owner', { owner: 'user:default/ada' }, 'spec.owner: must be a'],
    ['a bad name', { name: 'Partner files' }, '"metadata.name" is not valid'],
    ['a bad tag', { tags: ['Two Words'] }, '"tags.0" is not valid'],
    [
      'a misspelt field of a step',
      { manualSteps: [{ id: 'a', title: 'b', minuts: 3 }] },
      'spec.manualSteps[0].minuts: is not a field of a Pilot; use minutes',
    ],
    [
      'a kind that nothing is implemented by',
      { implementedBy: ['template:default/a'] },
      'spec.implementedBy[0]: must be one of Component, API, Resource, System',
    ],
  ])('names the field of %s, and writes nothing', async (_, bad, message) => {
    await expect(
      runStep(action, { ...input, ...bad }, { workspacePath }),
    ).rejects.toThrow(message);
    await expect(written()).rejects.toThrow(/ENOENT/);
  });

  it('knows the kinds that the operator added', async () => {
    pilot.getPolicy.mockResolvedValueOnce({
      interest: { allowedKinds: ['Template'] },
    } as Policy);
    const implementedBy = ['template:default/a'];
    await runStep(action, { ...input, implementedBy }, { workspacePath });
    expect(parse(await written()).spec.implementedBy).toEqual(implementedBy);
  });

  it('writes the same when the task is tried again', async () => {
    await runStep(action, input, { workspacePath });
    const first = await written();
    await runStep(action, input, { workspacePath });
    expect(await written()).toBe(first);
  });

  it('does not overwrite another file, nor leave the workspace', async () => {
    await writeFile(directory.resolve('catalog-info.yaml'), 'kind: Component');
    await expect(runStep(action, input, { workspacePath })).rejects.toThrow(
      'catalog-info.yaml: is in the workspace already; choose another path, or remove it first',
    );
    expect(await written()).toBe('kind: Component');
    await expect(
      runStep(action, { ...input, path: '../a.yaml' }, { workspacePath }),
    ).rejects.toThrow(/Relative path is not allowed/);
  });

  it('writes the file in a dry run too, which shows it', async () => {
    expect(action.supportsDryRun).toBe(true);
    await runStep(action, input, { workspacePath, isDryRun: true });
    expect(await written()).toContain('partner-files');
  });

  describe('the examples', () => {
    it.each(
      action.examples!.map(({ description, example }) => [
        description,
        parse(example).steps[0],
      ]),
    )('%s', async (_, step) => {
      expect(step.action).toBe(action.id);
      const { output } = await runStep(action, step.input, { workspacePath });
      const document = parse(await written(step.input.path));
      expect(validator.validate(document)).toBe(true);
      const { path: _path, failFrom: _failFrom, ...said } = step.input;
      expect({ ...document.metadata, ...document.spec }).toEqual({
        type: 'capability',
        ...said,
      });
      expect(output.entityRef).toBe(`pilot:default/${said.name}`);
    });
  });
});
