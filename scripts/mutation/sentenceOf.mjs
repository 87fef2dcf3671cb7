/** A survivor as one line: where, the code as it is, and what it became unnoticed. */
export function sentenceOf({ file, code, became, isUntested }) {
  return `${span(file.replace(/^src\//, ''))}: ${span(code)} became ${span(
    became,
  )}${isUntested ? ', which no table reaches' : ''}`;
}

/** Code in Markdown, whatever backticks it has itself, in as few as prettier would take. */
export function span(code) {
  if (code === '') return 'nothing';
  const runs = (code.match(/`+/g) ?? []).map(({ length }) => length);
  if (runs.length === 0) return `\`${code}\``;
  const fence = '`'.repeat(runs.includes(1) ? (runs.includes(2) ? 3 : 2) : 1);
  return `${fence} ${code} ${fence}`;
}
