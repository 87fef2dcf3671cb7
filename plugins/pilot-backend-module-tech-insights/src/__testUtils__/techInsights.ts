import techInsightsPlugin from '@backstage-community/plugin-tech-insights-backend';
import jsonRulesEngineModule from '@backstage-community/plugin-tech-insights-backend-module-jsonfc';
import {
  FactRetriever,
  techInsightsFactRetrieversExtensionPoint,
} from '@backstage-community/plugin-tech-insights-node';
import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { DateTime } from 'luxon';

/** Facts that one retriever finds out about one entity. */
export interface Facts {
  readonly retriever: 'ownership' | 'coverage';
  readonly entity: string;
  readonly facts: Record<string, boolean | number>;
  /** The present, if absent. */
  readonly at?: string;
}

/** The checks of Tech Insights as an operator writes them. */
export const techInsightsConfig = {
  factRetrievers: {
    ownership: { cadence: '0 0 * * *' },
    coverage: { cadence: '0 0 * * *' },
  },
  factChecker: {
    checks: {
      groupOwner: {
        type: 'json-rules-engine',
        name: 'Group owner',
        description: 'A group owns it',
        factIds: ['ownership'],
        rule: {
          conditions: {
            all: [{ fact: 'hasGroupOwner', operator: 'equal', value: true }],
          },
        },
        failureMetadata: { solution: 'Name a group in spec.owner' },
        links: [
          { title: 'On a page', url: '/docs/ownership' },
          { title: 'Ownership', url: 'https://handbook.example/ownership' },
        ],
      },
      tested: {
        type: 'json-rules-engine',
        name: 'Well tested',
        description: 'Most of it is tested',
        factIds: ['coverage', 'ownership'],
        filter: { kind: 'component' },
        rule: {
          conditions: {
            all: [
              { fact: 'lineCoverage', operator: 'greaterThan', value: 70 },
              { fact: 'hasGroupOwner', operator: 'equal', value: true },
            ],
          },
        },
      },
      undefinedFacts: {
        type: 'json-rules-engine',
        name: 'Never works',
        description: 'Its facts have no schema',
        factIds: ['nowhere'],
        rule: {
          conditions: {
            all: [{ fact: 'nothing', operator: 'equal', value: true }],
          },
        },
      },
    },
  },
};

function retriever(
  id: Facts['retriever'],
  fact: string,
  type: 'boolean' | 'integer',
  found: () => readonly Facts[],
): FactRetriever {
  return {
    id,
    version: '1.0.0',
    schema: { [fact]: { type, description: fact } },
    handler: async () =>
      found()
        .filter(each => each.retriever === id)
        .map(({ entity: ref, facts, at }) => ({
          entity: parseEntityRef(ref),
          facts,
          timestamp: at ? DateTime.fromISO(at) : DateTime.now(),
        })),
  };
}

/**
 * Tech Insights itself, with the checks above, and facts that a test gives.
 *
 * @param found - read whenever `retrieve` is called
 */
export function realTechInsights(found: () => readonly Facts[]) {
  const tasks: Array<() => Promise<void>> = [];
  const features: BackendFeature[] = [
    techInsightsPlugin,
    jsonRulesEngineModule,
    createBackendModule({
      pluginId: 'tech-insights',
      moduleId: 'test-facts',
      register(reg) {
        reg.registerInit({
          deps: { retrievers: techInsightsFactRetrieversExtensionPoint },
          async init({ retrievers }) {
            retrievers.addFactRetrievers({
              ownership: retriever(
                'ownership',
                'hasGroupOwner',
                'boolean',
                found,
              ),
              coverage: retriever('coverage', 'lineCoverage', 'integer', found),
            });
          },
        });
      },
    }),
    createServiceFactory({
      service: coreServices.scheduler,
      deps: { plugin: coreServices.pluginMetadata },
      factory: ({ plugin }) => ({
        scheduleTask: async task => {
          if (plugin.getId() === 'tech-insights') {
            tasks.push(task.fn as () => Promise<void>);
          }
        },
        triggerTask: async () => {},
        cancelTask: async () => {},
        getScheduledTasks: async () => [],
        createScheduledTaskRunner: () => ({ run: async () => {} }),
      }),
    }),
  ];
  return {
    features,
    /** Runs the fact retrievers. */
    async retrieve(): Promise<void> {
      for (const task of tasks) {
        await task();
      }
    },
  };
}

export function entity(ref: string): Entity {
  const { kind, namespace, name } = parseEntityRef(ref);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind === 'component' ? 'Component' : 'Resource',
    metadata: { name, namespace },
    spec: { type: 'service', owner: 'group:default/data' },
  };
}
