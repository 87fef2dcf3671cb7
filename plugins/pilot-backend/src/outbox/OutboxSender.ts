import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { Measurements } from '../metrics/Measurements';
import {
  Claim,
  claimScope,
  ClaimTimes,
  endClaim,
  nextScope,
  releaseClaim,
} from '../store/operations/outboxClaims';
import { gatherFacts } from './gatherFacts';
import { composeMessage } from './messages/composeMessage';
import { Message } from './messages/Message';
import { Notice } from './messages/MessageFacts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A replica that has not sent within this time is taken to be gone. */
const staleMs = 5 * minuteMs;
const mostAttempts = 10;
const longestWaitMs = 6 * hourMs;

/**
 * Sends the messages that are due, one for each recipient and scope, and at most
 * one an hour. Before it sends, it reads what stands: what does not hold any
 * more is not told. Any number of replicas may run it; after a crash a message
 * may be sent again, and takes the place of the first one by its scope.
 */
export class OutboxSender {
  readonly #options: {
    knex: Knex;
    notifications: NotificationService;
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    measurements: Measurements;
    confirmAfterDays: number;
    approvers: readonly string[];
    checks: readonly CheckDefinition[];
  };
  /** One warning while it fails: the next attempt is never far. */
  #failing = false;

  constructor(options: {
    knex: Knex;
    notifications: NotificationService;
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    measurements: Measurements;
    confirmAfterDays: number;
    approvers: readonly string[];
    checks: readonly CheckDefinition[];
  }) {
    this.#options = options;
  }

  /** Sends all that is due. */
  async run(now: Date): Promise<void> {
    const { knex } = this.#options;
    const times: ClaimTimes = {
      now,
      stale: new Date(now.getTime() - staleMs),
      heardSince: new Date(now.getTime() - hourMs),
    };
    for (;;) {
      const scope = await nextScope(knex, times);
      if (!scope) {
        return;
      }
      const claim = await claimScope(knex, scope, times);
      if (claim) {
        await this.#send(claim, now);
      }
    }
  }

  async #send(claim: Claim, now: Date): Promise<void> {
    const { knex, logger } = this.#options;
    try {
      const notice = await this.#compose(claim, now);
      if (notice) {
        await this.#notify(claim.recipient, notice);
      }
      await endClaim(knex, claim, notice !== undefined);
      this.#failing = false;
    } catch (error) {
      const attempts = Math.max(...claim.messages.map(each => each.attempts));
      if (attempts >= mostAttempts) {
        logger.warn(
          `Notifications could not be sent in ${attempts} attempts and are given up`,
          error as Error,
        );
        await endClaim(knex, claim, false);
        return;
      }
      if (!this.#failing) {
        logger.warn(
          'Notifications cannot be sent; they are tried again. Is the notifications backend installed?',
          error as Error,
        );
      }
      this.#failing = true;
      await releaseClaim(knex, claim, new Date(now.getTime() + wait(attempts)));
    }
  }

  async #compose(claim: Claim, now: Date): Promise<Notice | undefined> {
    const messages = claim.messages as unknown as Message[];
    const facts = await gatherFacts(this.#options, messages, now);
    return composeMessage(messages, facts, now);
  }

  async #notify(recipient: string, notice: Notice): Promise<void> {
    const { notifications, measurements } = this.#options;
    const { exclude, ...payload } = notice;
    await notifications.send({
      recipients: {
        type: 'entity',
        entityRef: recipient,
        ...(exclude && { excludeEntityRef: exclude }),
      },
      payload,
    });
    measurements.notificationSent(notice.topic);
  }
}

/** One minute after the first failure, then longer: ten attempts outlast a day. */
function wait(attempts: number): number {
  return Math.min(longestWaitMs, minuteMs * 4 ** (attempts - 1));
}
