/** Threshold of `npm run mutation`, in per cent. */
export const threshold = 85;

const noticed = ['Killed', 'Timeout'];
const unnoticed = ['Survived', 'NoCoverage'];

/**
 * Sums a report of Stryker: how many changes of the code there were, how many the tables noticed, and those that
 * they did not, each as file, the code as it is, and what it became. What does not run at all does not count.
 */
export function readResult(report) {
  const mutants = Object.entries(report.files).flatMap(
    ([file, { source, mutants: all }]) =>
      all.map(mutant => ({ file, source, ...mutant })),
  );
  const among = statuses =>
    mutants.filter(({ status }) => statuses.includes(status));
  return {
    noticed: among(noticed).length,
    survivors: among(unnoticed).map(({ file, source, ...mutant }) => ({
      file,
      line: mutant.location.start.line,
      code: oneLine(textAt(source, mutant.location)),
      became: oneLine(mutant.replacement),
      isUntested: mutant.status === 'NoCoverage',
    })),
  };
}

/** Per cent of the changes that the tables noticed, as Stryker counts: what nothing runs counts as survived. */
export function scoreOf({ noticed: killed, survivors }) {
  const all = killed + survivors.length;
  return all === 0 ? 100 : (100 * killed) / all;
}

function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}
