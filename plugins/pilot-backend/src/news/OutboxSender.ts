import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { GroupDirectory } from '../kernel/access/GroupDirectory';
import { latestPresent } from '../kernel/clock/isFuture';
import { Measurements } from '../kernel/announce/Measurements';
import {
  Claim,
  claimScope,
  ClaimTimes,
  endClaim,
  nextScope,
  releaseClaim,
  renewClaim,
} from '../kernel/store/outbox/claims';
import { gatherFacts } from './gatherFacts';
import { composeMessage } from './messages/composeMessage';
import { Message } from '../kernel/announce/Message';
import { Notice } from './messages/MessageFacts';
import { messageTopics, readMessage } from './messages/readMessage';
import { ScopeNames } from './ScopeNames';
import { linkIn, PagePaths } from '../kernel/config/pagePaths';
import { withinTime } from './withinTime';
import { MessageDetails } from '../kernel/config/MessageDetails';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A replica that has not sent within this time is taken to be gone. */
const staleMs = 5 * minuteMs;
/** Time after which sending is tried again; far less than a claim holds. */
const sendLimitMs = minuteMs;
/** No claim is begun after this: the last one ends before the scheduler's time. */
const runLimitMs = 3 * minuteMs;
const mostAttempts = 10;
const longestWaitMs = 6 * hourMs;
/** Far more than anything waits for. */
const farthestMs = 24 * hourMs;

interface Deps {
  readonly knex: Knex;
  readonly notifications: NotificationService;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly logger: LoggerService;
  readonly measurements: Measurements;
  readonly confirmAfterDays: number;
  readonly approvers: readonly string[];
  readonly details: MessageDetails;
  readonly paths: PagePaths;
  readonly groups: GroupDirectory;
  readonly scopes: ScopeNames;
  readonly checks: readonly CheckDefinition[];
  readonly clock: () => Date;
}

/**
 * Sends the messages that are due, one for each recipient and scope, and at most
 * one an hour. Before it sends, it reads what stands: what does not hold any
 * more is not told. Any number of replicas may run it, however long one takes: a
 * claim is renewed right before its messages leave, and whoever lost it sends
 * nothing. After a crash a message may be sent again, and takes the place of the
 * first one by its scope.
 */
export class OutboxSender {
  readonly #deps: Deps;
  /** One warning while it fails: the next attempt is never far. */
  #failing = false;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Sends what is due, until nothing is left or its time is over. */
  async run(signal?: AbortSignal): Promise<void> {
    const { knex, clock } = this.#deps;
    const begun = clock().getTime();
    while (!signal?.aborted && clock().getTime() - begun < runLimitMs) {
      const times = claimTimes(clock());
      const scope = await nextScope(knex, times);
      if (!scope) {
        return;
      }
      const claim = await claimScope(knex, scope, times, readMessage);
      if (claim) {
        await this.#send(claim);
      }
    }
  }

  async #send(claim: Claim): Promise<void> {
    const { knex, clock } = this.#deps;
    let held: Claim | undefined = claim;
    try {
      const notice = await this.#compose(claim, clock());
      held = await renewClaim(knex, claim, clock());
      if (!held) {
        return;
      }
      if (notice) {
        await this.#notify(claim.recipient, notice);
      }
      await endClaim(knex, held, notice && clock());
      this.#failing = false;
    } catch (error) {
      await this.#fail(held ?? claim, error as Error);
    }
  }

  async #fail(claim: Claim, error: Error): Promise<void> {
    const { knex, clock, logger } = this.#deps;
    const attempts = Math.max(...claim.messages.map(each => each.attempts));
    if (attempts >= mostAttempts) {
      logger.warn(
        `Notifications could not be sent in ${attempts} attempts and are given up`,
        error,
      );
      await endClaim(knex, claim);
      return;
    }
    if (!this.#failing) {
      logger.warn(
        'Notifications cannot be sent; they are tried again. Is the notifications backend installed?',
        error,
      );
    }
    this.#failing = true;
    const dueAt = new Date(clock().getTime() + wait(attempts));
    await releaseClaim(knex, claim, dueAt);
  }

  async #compose(claim: Claim, now: Date): Promise<Notice | undefined> {
    const messages = claim.messages as unknown as Message[];
    const facts = await gatherFacts(this.#deps, messages, now);
    const notice = composeMessage(messages, facts, now);
    const { paths } = this.#deps;
    return notice && { ...notice, link: linkIn(paths, notice.link) };
  }

  async #notify(recipient: string, notice: Notice): Promise<void> {
    const { notifications, measurements, groups, scopes } = this.#deps;
    const { exclude, scope, ...payload } = notice;
    // The notifications plugin tells the people of child Groups by itself.
    const excluded = [
      ...(exclude ? [exclude].flat() : []),
      ...(await groups.apartFrom(recipient)),
    ];
    const sending = notifications.send({
      recipients: {
        type: 'entity',
        entityRef: recipient,
        ...(excluded.length > 0 && {
          excludeEntityRef: excluded.length === 1 ? excluded[0] : excluded,
        }),
      },
      payload: { ...payload, scope: scopes.of(recipient, scope) },
    });
    await withinTime(sending, 'The notifications backend', sendLimitMs);
    measurements.notificationSent(notice.topic);
  }
}

function claimTimes(now: Date): ClaimTimes {
  return {
    topics: messageTopics,
    now,
    stale: new Date(now.getTime() - staleMs),
    latest: latestPresent(now),
    farthest: new Date(now.getTime() + farthestMs),
    heardSince: new Date(now.getTime() - hourMs),
  };
}

/** One minute after the first failure, then longer: ten attempts outlast a day. */
function wait(attempts: number): number {
  return Math.min(longestWaitMs, minuteMs * 4 ** (attempts - 1));
}
