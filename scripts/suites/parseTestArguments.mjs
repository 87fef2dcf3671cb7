import { PlainError } from '../process/PlainError.mjs';

/** The parts of `npm test`, in the order in which they run. */
export const parts = ['scripts', 'unit', 'browser'];

export const testUsage = `npm test -- [scripts|unit|browser] [arguments for that part]
npm test -- <file or folder of tests>

  scripts   the two commands and the sample data (node --test)
  unit      unit and integration tests of all packages on SQLite and PostgreSQL (jest); with paths, those
            first that need no database, and with --quick those alone
  browser   browser stories against a real portal (Playwright)

Without a part, everything runs.
`;

/** Reads the arguments of `npm test`: which parts to run, and what to hand on to the runner. */
export function parseTestArguments(argv) {
  const [part, ...args] = argv;
  if (part === undefined) return { help: false, chosen: parts, args: [] };
  if (part === '--help' || part === '-h') {
    return { help: true, chosen: [], args: [] };
  }
  if (parts.includes(part)) return { help: false, chosen: [part], args };
  if (part.includes('/')) {
    return { help: false, chosen: [partOf(part)], args: argv };
  }
  throw new PlainError(
    `"${part}" is not a part of npm test: name ${parts.join(', ')} or nothing.`,
  );
}

function partOf(path) {
  if (/^(\.\/)?(scripts|examples)\//.test(path)) return 'scripts';
  return /^(\.\/)?e2e-tests\//.test(path) ? 'browser' : 'unit';
}
