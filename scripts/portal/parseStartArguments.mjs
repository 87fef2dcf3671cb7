import { parseArgs } from 'node:util';
import { PlainError } from '../process/PlainError.mjs';

export const startUsage = `npm start -- [--fresh] [--config <file>]...

  --fresh          begin again: removes what was recorded, and loads the samples anew
  --config <file>  start on your own catalog instead of the samples; may be repeated

Other ports: PILOT_PORT=3001 PILOT_BACKEND_PORT=7008 npm start
`;

const options = {
  fresh: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  config: { type: 'string', multiple: true },
};

/** Reads the arguments of `npm start`. */
export function parseStartArguments(argv) {
  // Strict, it would refuse in sentences of its own.
  const { values, tokens } = parseArgs({
    args: argv,
    options,
    strict: false,
    tokens: true,
  });
  const stray = tokens.find(
    ({ name, value }) =>
      name !== 'config' && (!Object.hasOwn(options, name) || value),
  );
  if (stray) {
    throw new PlainError(
      `"${
        argv[stray.index]
      }" is not an option of npm start: the options are --fresh, --config <file> and --help.`,
    );
  }
  const { fresh = false, help = false, config: configs = [] } = values;
  if (configs.some(file => file === true || /^($|--)/.test(file))) {
    throw new PlainError(
      '--config needs a file: npm start -- --config my.yaml.',
    );
  }
  return { fresh, help, configs };
}
