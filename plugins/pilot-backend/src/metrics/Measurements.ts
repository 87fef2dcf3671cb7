import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { parseEntityRef } from '@backstage/catalog-model';
import { InterestEvent } from '@pilot-to-platform/plugin-pilot-common';

/** What operators can watch; nothing happens where no one collects it. */
export class Measurements {
  readonly #recorded;
  readonly #requests;
  readonly #notifications;

  constructor(metrics: MetricsService) {
    this.#recorded = metrics.createCounter('pilot.interest.recorded', {
      description: 'Changes of interests, by kind of target and type of change',
    });
    this.#requests = metrics.createHistogram('pilot.request.duration', {
      description: 'How long requests took, by route, method and status',
      unit: 's',
    });
    this.#notifications = metrics.createCounter('pilot.notification.sent', {
      description: 'Notifications sent, by topic',
    });
  }

  interestRecorded({ target, type }: InterestEvent): void {
    this.#recorded.add(1, { kind: parseEntityRef(target).kind, type });
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

  notificationSent(topic: string): void {
    this.#notifications.add(1, { topic });
  }
}
