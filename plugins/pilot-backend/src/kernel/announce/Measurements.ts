import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  DecisionEvent,
  InterestEvent,
  ReadinessEvent,
  SatisfactionEvent,
  StoredDifference,
} from '@pilot-to-platform/plugin-pilot-common';

/** Metrics for operators; nothing happens where no one collects them. */
export class Measurements {
  readonly #recorded;
  readonly #decisions;
  readonly #requests;
  readonly #notifications;
  readonly #answers;
  readonly #sources;
  readonly #ratings;
  readonly #different;

  constructor(metrics: MetricsService) {
    this.#recorded = metrics.createCounter('pilot.interest.recorded', {
      description: 'Changes of interests, by kind of target and type of change',
    });
    this.#decisions = metrics.createCounter('pilot.decision.recorded', {
      description: 'Proposals and decisions, by transition and what was done',
    });
    this.#requests = metrics.createHistogram('pilot.request.duration', {
      description: 'How long requests took, by route, method and status',
      unit: 's',
    });
    this.#notifications = metrics.createCounter('pilot.notification.sent', {
      description: 'Notifications sent, by topic',
    });
    this.#answers = metrics.createCounter('pilot.readiness.changed', {
      description: 'Changed answers to checks, by kind of target and type',
    });
    this.#sources = metrics.createCounter('pilot.readiness.asked', {
      description:
        'How often automatic sources were asked, and whether they answered',
    });
    this.#ratings = metrics.createCounter('pilot.satisfaction.rated', {
      description: 'Answers of adopters to how well a Pilot works, by score',
    });
    this.#different = metrics.createCounter('pilot.stored.different', {
      description:
        'Targets found in the sample of which something is stored otherwise than the log says, by what it is',
    });
  }

  storedDifferently(part: StoredDifference): void {
    this.#different.add(1, { part });
  }

  interestRecorded({ target, type }: InterestEvent): void {
    this.#recorded.add(1, { kind: parseEntityRef(target).kind, type });
  }

  decisionRecorded({ type, to }: DecisionEvent): void {
    this.#decisions.add(1, { type, to });
  }

  requestAnswered(request: {
    readonly route: string;
    readonly method: string;
    readonly status: number;
    readonly seconds: number;
  }): void {
    const { seconds, ...attributes } = request;
    this.#requests.record(seconds, attributes);
  }

  readinessChanged({ target, type }: ReadinessEvent): void {
    this.#answers.add(1, { kind: parseEntityRef(target).kind, type });
  }

  sourceAsked(source: string, answered: boolean): void {
    this.#sources.add(1, { source, answered });
  }

  satisfactionRated({ score }: SatisfactionEvent): void {
    this.#ratings.add(1, { score });
  }

  notificationSent(topic: string): void {
    this.#notifications.add(1, { topic });
  }
}
