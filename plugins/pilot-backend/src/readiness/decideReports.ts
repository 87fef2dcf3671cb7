import { InputError } from '@backstage/errors';
import {
  AssessedCheck,
  CheckAnswer,
  ReportCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { isFuture } from '../kernel/clock/isFuture';
import { checkAmong } from './checkAmong';

/** Within this time the same without a time of its own is the same, sent again. */
const retryMs = 60_000;

/** A reported result, with who reported it. */
export type ReportedAnswer = CheckAnswer & { readonly by: string };

/**
 * Decides which reported results are news: those that are newer than what is
 * known. Of several of one time in a request the last one counts, and what comes
 * again with a time that is known is a retry, whatever it says.
 *
 * @throws InputError for a check that is not asked or not reported, and for a time
 *   to come
 */
export function decideReports(
  command: ReportCommand,
  situation: {
    /** The checks of the target as they are assessed now. */
    readonly checks: readonly AssessedCheck[];
    /** The last report for each check. */
    readonly known: readonly CheckAnswer[];
    readonly by: string;
    readonly now: Date;
  },
): ReportedAnswer[] {
  const { checks, by, now } = situation;
  const known = new Map(situation.known.map(each => [each.check, each]));
  const news: ReportedAnswer[] = [];
  command.forEach((result, index) => {
    const field = `${index}.`;
    const check = checkAmong(checks, result.check, field);
    requireReportable(check, field);
    const last = believed(known.get(result.check), now);
    const answer: ReportedAnswer = {
      check: result.check,
      verdict: result.verdict,
      source: 'report',
      at: timeOf(result.at, { now, last, field }),
      by,
      note: result.note ?? null,
      evidence: result.evidence ?? null,
    };
    const isReplaced = command
      .slice(index + 1)
      .some(other => isOfOneTime(other, result));
    if (!isReplaced && isNews(answer, last, result.at !== undefined)) {
      known.set(answer.check, answer);
      news.push(answer);
    }
  });
  return news;
}

/** Leaves out a report of a time to come: the clock behind it was wrong. */
function believed(
  last: CheckAnswer | undefined,
  now: Date,
): CheckAnswer | undefined {
  return last && isFuture(last.at, now) ? undefined : last;
}

function requireReportable(
  { definition, verdict }: AssessedCheck,
  field: string,
): void {
  if (!definition.report) {
    throw new InputError(
      `${field}check: results of ${definition.id} are not reported. ${definition.answer}`,
    );
  }
  if (verdict === 'notApplicable') {
    throw new InputError(
      `${field}check: ${definition.id} does not apply to this entity`,
    );
  }
}

/**
 * Returns when a result was found out. A clock that is a little ahead is
 * believed: a time that was cut to ours would be another one at each retry. A
 * result without a time is the newest, after what such a clock said too.
 */
function timeOf(
  given: string | undefined,
  known: {
    readonly now: Date;
    readonly last?: CheckAnswer;
    readonly field: string;
  },
): Date {
  const now = known.now.getTime();
  if (given === undefined) {
    return new Date(Math.max(now, known.last?.at.getTime() ?? now));
  }
  const at = new Date(given);
  if (isFuture(at, known.now)) {
    throw new InputError(`${known.field}at: must not be in the future`);
  }
  return at;
}

function isOfOneTime(
  a: ReportCommand[number],
  b: ReportCommand[number],
): boolean {
  const isSameTime =
    a.at === b.at ||
    (a.at !== undefined &&
      b.at !== undefined &&
      Date.parse(a.at) === Date.parse(b.at));
  return a.check === b.check && isSameTime;
}

function isNews(
  answer: CheckAnswer,
  last: CheckAnswer | undefined,
  hasTime: boolean,
): boolean {
  if (!last) {
    return true;
  }
  const age = answer.at.getTime() - last.at.getTime();
  if (hasTime) {
    return age > 0;
  }
  const isSame =
    answer.verdict === last.verdict &&
    answer.by === last.by &&
    answer.note === last.note &&
    answer.evidence === last.evidence;
  return !isSame || age > retryMs;
}
