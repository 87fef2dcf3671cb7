import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  pilotReadinessExtensionPoint,
  ReadinessSource,
  SourceAnswer,
} from '@pilot-to-platform/plugin-pilot-node';
import { entity } from './techInsights';

/** Hosts sources of readiness as the pilot plugin does, and asks them at once. */
export function pilotHost() {
  const sources: ReadinessSource[] = [];
  let credentials: Parameters<ReadinessSource['collect']>[1]['credentials'];
  const plugin = createBackendPlugin({
    pluginId: 'pilot',
    register(reg) {
      reg.registerExtensionPoint(pilotReadinessExtensionPoint, {
        addChecks: () => {},
        addSource: source => sources.push(source),
      });
      reg.registerInit({
        deps: { auth: coreServices.auth },
        async init({ auth }) {
          credentials = await auth.getOwnServiceCredentials();
        },
      });
    },
  });
  return {
    plugin,
    sources,
    /** Asks the only source about some entities. */
    async ask(
      refs: readonly string[],
      options: { checks?: readonly string[]; signal?: AbortSignal } = {},
    ): Promise<Record<string, readonly SourceAnswer[]>> {
      const [source] = sources;
      const { checks = source.checks, signal } = options;
      const answers = await source.collect(
        refs.map(ref => ({ ref, entity: entity(ref), checks })),
        { credentials, signal },
      );
      return Object.fromEntries(answers);
    },
  };
}
