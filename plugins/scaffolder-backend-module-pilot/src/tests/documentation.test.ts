import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import {
  defaultAllowedKinds,
  Policy,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotServiceMock } from '@pilot-to-platform/plugin-pilot-node/testUtils';
import { parse, parseAllDocuments } from 'yaml';
import { runStep } from '../__testUtils__/runStep';
import { createProposePhaseAction } from '../actions/createProposePhaseAction';
import { createRecordInterestAction } from '../actions/createRecordInterestAction';
import { createRegisterAction } from '../actions/createRegisterAction';
import { createReportResultsAction } from '../actions/createReportResultsAction';

const root = join(__dirname, '../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const pilot = pilotServiceMock.mock({
  getPolicy: async () =>
    ({ interest: { allowedKinds: [...defaultAllowedKinds] } } as Policy),
  findSimilar: async () => ({ items: [] }),
});
const actions = new Map<string, TemplateAction<any, any>>(
  [
    createRegisterAction({ pilot }),
    createRecordInterestAction({ pilot }),
    createReportResultsAction({ pilot }),
    createProposePhaseAction({ pilot }),
  ].map(action => [action.id, action]),
);

interface Step {
  action: string;
  input: JsonObject;
}
const page = read('docs/templates.md');
const documented = [...page.matchAll(/```yaml\n(.*?)```/gs)].flatMap(
  ([, yaml]): Step[] => parse(yaml).steps ?? [],
);
const samples = [
  'register-pilot',
  'record-need',
  'report-check-result',
  'propose-phase',
  'self-serve',
].flatMap(name =>
  parseAllDocuments(read(`examples/templates/${name}.yaml`)).flatMap(
    (document): Step[] => document.toJS().spec.steps,
  ),
);

/** Values that somebody could have filled into the forms. */
const parameters: JsonObject = {
  ...{ name: 'quick-refunds', title: 'Quick refunds', description: '' },
  ...{ owner: 'group:default/payments', team: 'group:default/payments' },
  problem: 'Refunds take three days, and customers call',
  ...{ capability: 'refunds', system: '', implementedBy: [], manualSteps: [] },
  ...{ failFrom: 1, target: 'pilot:default/delta-sharing', to: 'retired' },
  ...{ urgency: 'important', otherwise: 'wait', contribute: false },
  ...{ useCase: 'Refunds on the same day', alternative: '', neededBy: '' },
  ...{ check: 'docs.examples', verdict: 'pass', note: '', evidence: '' },
  ...{ reason: 'It is time', bypass: false, tables: 'bookings' },
  component: 'component:default/checkout-web',
};

/** As the scaffolder fills them in: a value alone keeps its type. */
function filled(value: any): any {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, filled(each)]),
    );
  }
  if (typeof value !== 'string') return value;
  const [, alone] = /^\$\{\{ parameters\.(\w+) \}\}$/.exec(value) ?? [];
  return alone
    ? parameters[alone]
    : value.replace(/\$\{\{ parameters\.(\w+) \}\}/g, (_, name) =>
        String(parameters[name]),
      );
}

describe.each([
  ['docs/templates.md', documented],
  ['examples/templates', samples],
])('%s', (_name, steps) => {
  const own = steps.filter(({ action }) => action.startsWith('pilot:'));

  it('uses each of the actions', () => {
    expect(new Set(own.map(({ action }) => action))).toEqual(
      new Set(actions.keys()),
    );
  });

  it.each(own.map(step => [step.action, step]))(
    'has a step %s that its action takes',
    async (id, step) => {
      const workspacePath = createMockDirectory().path;
      const { output } = await runStep(actions.get(id)!, filled(step.input), {
        isDryRun: true,
        workspacePath,
      });
      expect(Object.keys(output)).not.toEqual([]);
    },
  );
});

it('docs/templates.md lists every input', () => {
  for (const { id, schema } of actions.values()) {
    const section = page.slice(page.indexOf(`action: ${id}`)).split('\n## ')[0];
    for (const name of Object.keys((schema!.input as any).properties)) {
      expect([id, name, section.includes(`\`${name}\``)]).toEqual([
        id,
        name,
        true,
      ]);
    }
  }
});
