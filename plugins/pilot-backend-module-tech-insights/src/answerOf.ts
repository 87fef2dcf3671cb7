import { SourceAnswer } from '@pilot-to-platform/plugin-pilot-node';
import { CheckRun } from './TechInsights';

/** Of notes; they stand on one line of a page. */
const maxNote = 500;
const maxValue = 60;

/** Keys in which authors of checks say what to do, and where to look. */
const textKeys = ['message', 'solution', 'suggestion'];
const linkKeys = ['evidence', 'link', 'url'];

/**
 * Turns a result into an answer to our check; nothing unless it is true or
 * false.
 *
 * @param at - when its facts were found out, if that is known
 */
export function answerOf(
  check: string,
  run: CheckRun,
  at: Date | undefined,
): SourceAnswer | undefined {
  if (typeof run.result !== 'boolean') {
    return undefined;
  }
  const evidence = evidenceOf(run);
  return {
    check,
    verdict: run.result ? 'pass' : 'fail',
    note: clipped(noteOf(run), maxNote),
    ...(evidence && { evidence }),
    ...(at && { at }),
  };
}

function noteOf({ check, facts }: CheckRun): string {
  const values = Object.entries(facts).flatMap(([fact, { value }]) =>
    value === undefined || value === null
      ? []
      : [`${fact} is ${clipped(textOf(value), maxValue)}`],
  );
  const name = check.name ?? check.id;
  const text = firstText(check.metadata, textKeys);
  return [
    values.length > 0 ? `${name}: ${values.join(', ')}` : name,
    ...(text ? [text] : []),
  ]
    .map(sentence => sentence.trim().replace(/[.\s]+$/, ''))
    .map(sentence => (/[!?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function evidenceOf({ check }: CheckRun): string | undefined {
  return [
    ...linkKeys.map(key => check.metadata[key]),
    ...check.links.map(({ url }) => url),
  ].find(isWebUrl);
}

function firstText(
  metadata: CheckRun['check']['metadata'],
  keys: readonly string[],
): string | undefined {
  return keys
    .map(key => metadata[key])
    .find(
      (value): value is string => typeof value === 'string' && value !== '',
    );
}

/** Others, such as `javascript:` and paths, are no evidence for everybody. */
function isWebUrl(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^https?:\/\//i.test(value) &&
    URL.canParse(value)
  );
}

function clipped(text: string, limit: number): string {
  const points = [...text];
  return points.length > limit
    ? `${points.slice(0, limit - 1).join('')}…`
    : text;
}
