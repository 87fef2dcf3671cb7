import {
  ReadinessEvent,
  readinessTopic,
} from '@pilot-to-platform/plugin-pilot-common';
import { Announcer } from '../kernel/announce/Announcer';
import { Measurements } from '../kernel/announce/Measurements';
import { ReadinessLine } from '../kernel/store/readiness/readinessRows';

/** Receivers of changes of answers. */
export interface ReadinessAnnouncers {
  readonly announcer: Announcer;
  readonly measurements: Measurements;
}

/** Tells other backends, and open pages, what was said of the checks of a target. */
export function announceReadiness(
  { announcer, measurements }: ReadinessAnnouncers,
  target: string,
  lines: readonly Pick<ReadinessLine, 'type' | 'check' | 'verdict' | 'at'>[],
): void {
  if (lines.length === 0) {
    return;
  }
  const events = lines.map(({ type, check, verdict = null, at }) => ({
    type,
    target,
    check,
    verdict,
    at: at.toISOString(),
  }));
  events.forEach(event => measurements.readinessChanged(event));
  announcer.announce({
    others: events.map((eventPayload: ReadinessEvent) => ({
      topic: readinessTopic,
      eventPayload,
    })),
    targets: [target],
  });
}
