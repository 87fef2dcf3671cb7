import { createScope } from '../process/createScope.mjs';
import { createQuietLimit, QuietError } from '../process/createQuietLimit.mjs';
import { describeFailure } from '../process/runCommand.mjs';
import { suiteResult } from './suiteResult.mjs';

/** Each part writes when a file of tests or a story ends, which takes three minutes at most, and far less as a rule. */
const quietMinutes = 10;

/**
 * Runs one part of `npm test` and answers what it came to, whatever happens. There is no limit to how long a
 * part takes; one of which nothing is heard for ten minutes is ended, and says so. `run` gets a `scope` of its
 * own, so that the parts after it run all the same, and `heard`, to be called at every sign of life.
 */
export async function runPart(
  part,
  run,
  { scope, say, limit = createQuietLimit(quietMinutes), ...context },
) {
  say(`\n== ${part} ==`);
  const own = createScope();
  await scope.own({ stop: own.close });
  try {
    return await limit.watch(() =>
      run({
        ...context,
        scope: own,
        heard: limit.heard,
        say(text) {
          limit.heard();
          say(text);
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof QuietError)) {
      describeFailure(error);
      return suiteResult(part, {}, 'it did not run, as said above');
    }
    return suiteResult(
      part,
      {},
      `ended, as nothing happened for ${quietMinutes} minutes`,
    );
  } finally {
    await own.close();
  }
}
