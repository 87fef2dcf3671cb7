import { InputError } from '@backstage/errors';
import {
  AssessedCheck,
  CheckAnswer,
  ReportCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { checkAmong } from './checkAmong';

/** Clocks of other machines may be ahead by so much. */
const skewMs = 5 * 60_000;
/** Within this time the same without a time of its own is the same, sent again. */
const retryMs = 60_000;

/** A reported result, with who reported it. */
export type ReportedAnswer = CheckAnswer & { readonly by: string };

/**
 * Decides which reported results are news: those that are not older than what is
 * known, and not the same.
 *
 * @throws InputError for a check that is not asked or not reported, and for a time
 *   to come
 */
export function decideReports(
  command: ReportCommand,
  situation: {
    /** The checks of the target as they are assessed now. */
    readonly checks: readonly AssessedCheck[];
    /** What was reported last for each check. */
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
    const answer: ReportedAnswer = {
      check: result.check,
      verdict: result.verdict,
      source: 'report',
      at: timeOf(result.at, now, field),
      by,
      note: result.note ?? null,
      evidence: result.evidence ?? null,
    };
    const last = known.get(answer.check);
    if (!last || isNews(answer, last, result.at !== undefined)) {
      known.set(answer.check, answer);
      news.push(answer);
    }
  });
  return news;
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

function timeOf(given: string | undefined, now: Date, field: string): Date {
  const at = given === undefined ? now : new Date(given);
  if (at.getTime() > now.getTime() + skewMs) {
    throw new InputError(`${field}at: must not be in the future`);
  }
  return at < now ? at : now;
}

function isNews(
  answer: CheckAnswer,
  last: CheckAnswer,
  hasTime: boolean,
): boolean {
  const age = answer.at.getTime() - last.at.getTime();
  const isSame =
    answer.verdict === last.verdict &&
    answer.by === last.by &&
    answer.note === last.note &&
    answer.evidence === last.evidence;
  return isSame ? age > (hasTime ? 0 : retryMs) : age >= 0;
}
