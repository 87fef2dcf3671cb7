import prettier from 'prettier';
import { scoreOf } from './readResult.mjs';
import { sentenceOf, span } from './sentenceOf.mjs';

const scores = /(<!-- mutation: scores -->\n).*?(<!-- \/mutation -->)/s;
const survivors = /(<!-- mutation: survivors -->\n).*?(<!-- \/mutation -->)/s;

/**
 * Brings docs/mutation.md up to date with the rooms that ran. Other rooms stay, and so does what was written below a
 * survivor for as long as it survives.
 */
export function updatePage(text, results, date) {
  const rows = new Map(
    readRows(text).map(row => [row[0].replaceAll('`', ''), row]),
  );
  const sections = readSections(text);
  for (const result of results) {
    const all = result.noticed + result.survivors.length;
    rows.set(result.name, [
      span(result.name),
      String(all),
      String(result.noticed),
      `${scoreOf(result).toFixed(1)} %`,
      date,
    ]);
    const before = sections.get(result.name) ?? new Map();
    sections.set(
      result.name,
      new Map(
        result.survivors.map(each => [
          sentenceOf(each),
          before.get(sentenceOf(each)) ?? '',
        ]),
      ),
    );
  }
  const inOrder = map => [...map].sort(([a], [b]) => a.localeCompare(b));
  const listed = inOrder(sections)
    .filter(([, survived]) => survived.size > 0)
    .map(([name, survived]) =>
      [
        `### ${name}`,
        [...survived]
          .map(([sentence, why]) => `- ${sentence}${why && `\n  ${why}`}`)
          .join('\n'),
      ].join('\n\n'),
    );
  const updated = text
    .replace(scores, (_, begin, end) => {
      const head = ['Room', 'Changes', 'Noticed', 'Score', 'Date'];
      const body = inOrder(rows).map(([, row]) => row);
      const lines = [head, head.map(() => '-'), ...body];
      const table = lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
      return `${begin}\n${table}\n\n${end}`;
    })
    .replace(
      survivors,
      (_, begin, end) => `${begin}\n${listed.join('\n\n')}\n\n${end}`,
    );
  return prettier.format(updated, { parser: 'markdown' });
}

function readRows(text) {
  return (scores.exec(text)?.[0].match(/^\|.*\|$/gm) ?? [])
    .slice(2)
    .map(line => line.split('|').slice(1, -1))
    .map(cells => cells.map(cell => cell.trim()));
}

/** The survivors on the page, by room: each sentence with what is written below it. */
export function readSections(text) {
  const part = survivors.exec(text)?.[0] ?? '';
  return new Map(
    part
      .split(/^### /m)
      .slice(1)
      .map(section => [
        section.slice(0, section.indexOf('\n')),
        new Map(
          [...section.matchAll(/^- (.*)\n((?: {2}.*\n)*)/gm)].map(
            ([, sentence, why]) => [sentence, why.replace(/\s+/g, ' ').trim()],
          ),
        ),
      ]),
  );
}
