import { Steps } from '@pilot-to-platform/plugin-pilot-common';
import { giveWay } from './giveWay';

/** Does the steps of an engine, which knows nothing of others, and gives way between them. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    await giveWay();
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}
