import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import {
  pilotReadinessExtensionPoint,
  ReadinessSource,
  ReadinessSubject,
  SourceAnswer,
} from '@pilot-to-platform/plugin-pilot-node';

const annotation = 'example.com/rota';

const rotaCheck: CheckDefinition = {
  id: 'headcount.rota',
  dimension: 'headcount',
  question: 'Are at least two people on call for it?',
  answer: 'From the rota.',
  weight: 2,
  required: ['platform'],
  appliesTo: { [`metadata.annotations.${annotation}`]: { $exists: true } },
  report: false,
  staleAfterDays: 2,
  fix: { text: 'Add a second person to the rota.', link: 'entity' },
};

/** Asks the rota who is on call. */
class RotaSource implements ReadinessSource {
  readonly id = 'rota';
  readonly checks = [rotaCheck.id];
  readonly answer = 'From the rota: at least two people are on it.';
  readonly #baseUrl: string;

  constructor(options: { baseUrl: string }) {
    this.#baseUrl = options.baseUrl;
  }

  async collect(
    subjects: readonly ReadinessSubject[],
    { signal }: { signal?: AbortSignal },
  ): Promise<ReadonlyMap<string, readonly SourceAnswer[]>> {
    const answers = new Map<string, readonly SourceAnswer[]>();
    for (const { ref, entity } of subjects) {
      const rota = entity.metadata.annotations?.[annotation] ?? '';
      answers.set(ref, await this.#ask(rota, signal));
    }
    return answers;
  }

  async #ask(rota: string, signal?: AbortSignal): Promise<SourceAnswer[]> {
    const page = `${this.#baseUrl}/rotas/${encodeURIComponent(rota)}`;
    const response = await fetch(page, { signal });
    if (response.status === 404) {
      return []; // cannot be told: unknown, not a fail
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response); // silent: the last answers are kept
    }
    const { people, changedAt } = await response.json();
    return [
      {
        check: rotaCheck.id,
        verdict: people.length >= 2 ? 'pass' : 'fail',
        note: `${people.length} on the rota.`,
        evidence: page,
        at: new Date(changedAt),
      },
    ];
  }
}

export const pilotModuleRota = createBackendModule({
  pluginId: 'pilot',
  moduleId: 'rota',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        readiness: pilotReadinessExtensionPoint,
      },
      async init({ config, readiness }) {
        readiness.addChecks(rotaCheck);
        readiness.addSource(
          new RotaSource({ baseUrl: config.getString('rota.baseUrl') }),
        );
      },
    });
  },
});

export default pilotModuleRota;
