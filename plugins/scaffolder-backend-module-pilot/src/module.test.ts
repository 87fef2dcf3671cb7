import { startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { pilotServiceMock } from '@pilot-to-platform/plugin-pilot-node/testUtils';
import scaffolderModulePilot from '.';

it('brings its actions to the scaffolder', async () => {
  const actions: TemplateAction<any, any>[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...added) => actions.push(...added) },
      ],
    ],
    features: [scaffolderModulePilot, pilotServiceMock.factory()],
  });
  expect(actions.map(({ id }) => id)).toEqual([
    'pilot:register',
    'pilot:record-interest',
    'pilot:report-results',
    'pilot:propose-phase',
  ]);
  await backend.stop();
});
