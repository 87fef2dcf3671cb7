export const usage = `npm run mutation -- [paths] [--write] [options of Stryker]

  paths     packages, folders or files from the root, such as plugins/pilot-backend/src/interest; without
            any, all engines and deciders, which takes an hour or two
  --write   writes scores and survivors into docs/mutation.md
  --force   tries again what was tried before, which is needed after a change of code that is not changed here

What follows a path and begins with "-" is for Stryker, such as --concurrency 1.
`;

/** Reads the arguments of `npm run mutation`: paths come first, the rest is for Stryker. */
export function readMutationArguments(argv) {
  if (argv.some(arg => arg === '--help' || arg === '-h')) return { help: true };
  const given = argv.filter(arg => arg !== '--write');
  const first = given.findIndex(arg => arg.startsWith('-'));
  const end = first < 0 ? given.length : first;
  return {
    help: false,
    write: given.length < argv.length,
    paths: given.slice(0, end),
    options: given.slice(end),
  };
}
