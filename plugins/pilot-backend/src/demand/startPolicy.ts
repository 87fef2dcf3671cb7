import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { PilotConfig } from '../kernel/config/config';
import { Clock } from '../kernel/clock/Clock';
import {
  PolicyStart,
  putPolicyInForce,
} from '../kernel/store/policies/putPolicyInForce';
import { decidePolicy } from './decidePolicy';

/**
 * Puts the configured policy in force where it is the newest, and says what
 * became of it: a change is logged and audited, a policy that stays out of force
 * is warned about.
 */
export async function startPolicy(
  knex: Knex,
  config: Pick<PilotConfig, 'fingerprint' | 'policy' | 'revision'>,
  to: {
    readonly logger: LoggerService;
    readonly auditor: AuditorService;
    readonly clock: Clock;
  },
): Promise<void> {
  const { logger, auditor, clock } = to;
  const start = await putPolicyInForce(knex, config, clock, decidePolicy);
  const { decision, before, inForce, fromFuture } = start;
  if (fromFuture > 0) {
    logger.warn(
      `${fromFuture} policies were dated in the future, by a clock that was ahead; they hold from now on`,
    );
  }
  if (decision === 'comesIntoForce') {
    logger.info(
      `The demand policy ${inForce.fingerprint} is in force from now on${
        before ? `; until now it was ${before.fingerprint}` : ''
      }`,
    );
    if (before) {
      const event = await auditor.createEvent({
        eventId: 'policy-change',
        severityLevel: 'medium',
        meta: { before: before.fingerprint, after: inForce.fingerprint },
      });
      await event.success();
    }
  }
  const reason = outOfForce(start, config);
  if (reason) {
    logger.warn(reason);
  }
}

function outOfForce(
  { decision, inForce }: PolicyStart,
  { fingerprint, revision }: Pick<PilotConfig, 'fingerprint' | 'revision'>,
): string | undefined {
  const remedy = `To bring it into force on purpose, set pilot.demand.revision to ${
    inForce.revision + 1
  } or more`;
  switch (decision) {
    case 'wasReplaced':
      return `The demand policy of this configuration (${fingerprint}) was replaced by ${inForce.fingerprint}, which stays in force. ${remedy}`;
    case 'isOlderRevision':
      return `The demand policy of this configuration (${fingerprint}, revision ${revision}) is older than ${inForce.fingerprint}, revision ${inForce.revision}, which stays in force. ${remedy}`;
    default:
      return undefined;
  }
}
