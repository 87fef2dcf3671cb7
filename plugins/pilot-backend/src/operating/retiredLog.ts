import {
  StatedText,
  statedTexts,
} from '@pilot-to-platform/plugin-pilot-common';
import { interestOf, readJson, ReadLine } from './logLines';
import { withoutDetails } from './withoutDetails';
import { withoutOrders } from './withoutOrders';
import { LogRow } from '../kernel/store/log/logRows';

const parts = ['state', 'change', 'also'] as const;

/**
 * The log of one target without the texts of interests that nobody needs any more:
 * all of an interest that was withdrawn before a time, and of others what was
 * cleared or replaced before it. What was described stays described.
 *
 * @param withdrawn - the interests that were withdrawn before it
 * @returns the lines that are others now
 */
export function retiredLog(
  lines: readonly ReadLine[],
  withdrawn: ReadonlySet<string>,
  before: Date,
): LogRow[] {
  const touched = new Set<LogRow>();
  const byInterest = new Map<string, ReadLine[]>();
  for (const line of lines) {
    const id = interestOf(line);
    if (id !== undefined) {
      const group = byInterest.get(id);
      if (group) group.push(line);
      else byInterest.set(id, [line]);
    }
  }
  const retired = lines.map((line): ReadLine => {
    const { row, payload } = line;
    const id = payload && interestOf(line);
    if (!payload || id === undefined) {
      return line;
    }
    const gone = statedTexts.filter(
      text =>
        withdrawn.has(id) ||
        isReplaced(line, text, { among: byInterest.get(id)!, before }),
    );
    const next = withoutTexts(payload, gone);
    if (JSON.stringify(next) === JSON.stringify(payload)) {
      return line;
    }
    touched.add(row);
    return { row, payload: next };
  });
  return withoutOrders(retired, ({ row }) => touched.has(row)).flatMap(
    ({ row, payload }) =>
      payload &&
      JSON.stringify(payload) !== JSON.stringify(readJson(row.payload))
        ? [{ ...row, payload: JSON.stringify(payload) }]
        : [],
  );
}

function withoutTexts(
  payload: Record<string, any>,
  texts: readonly StatedText[],
): Record<string, any> {
  const next = { ...payload };
  for (const part of parts) {
    if (payload[part]) {
      const own = texts.filter(text => text in payload[part]);
      const removed = withoutDetails(
        Object.fromEntries(own.map(text => [text, payload[part][text]])),
      );
      next[part] = { ...payload[part], ...removed };
    }
  }
  return next;
}

/** True where a later line of its interest, before the time, says something else. */
function isReplaced(
  said: ReadLine,
  text: StatedText,
  { among, before }: { among: readonly ReadLine[]; before: Date },
): boolean {
  const value = saidIn(said, text);
  return (
    typeof value === 'string' &&
    among.some(line => {
      const time = Number(line.row.at);
      const isLater = time > Number(said.row.at) && time <= before.getTime();
      const next = isLater ? saidIn(line, text) : undefined;
      return next !== undefined && next !== value;
    })
  );
}

/**
 * Reads what a line says of a text; nothing where it leaves it out. One that
 * records an interest holds all of it, and says only what it lists: an import may
 * tell of an earlier time at which more was said. Without a list, it came from
 * elsewhere as it was, or an earlier version wrote it, where what was left out is
 * empty.
 */
function saidIn({ payload }: ReadLine, text: StatedText): unknown {
  const { said, state } = payload ?? {};
  const leavesOut = Array.isArray(said)
    ? !said.includes(text)
    : state?.version === 1 && state[text] === null;
  return parts
    .map(part =>
      part === 'state' && leavesOut ? undefined : payload?.[part]?.[text],
    )
    .find(value => value !== undefined);
}
