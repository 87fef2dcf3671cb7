import { PlainError } from '../process/PlainError.mjs';

export const startUsage = `npm start -- [--fresh] [--config <file>]...

  --fresh          begin again: removes what was recorded, and loads the samples anew
  --config <file>  start on your own catalog instead of the samples; may be repeated

Other ports: PILOT_PORT=3001 PILOT_BACKEND_PORT=7008 npm start
`;

/** Reads the arguments of `npm start`. */
export function parseStartArguments(argv) {
  const parsed = { fresh: false, help: false, configs: [] };
  const rest = argv.flatMap(argument =>
    argument.startsWith('--config=')
      ? ['--config', argument.slice('--config='.length)]
      : [argument],
  );
  while (rest.length > 0) {
    const argument = rest.shift();
    if (argument === '--fresh') parsed.fresh = true;
    else if (argument === '--help' || argument === '-h') parsed.help = true;
    else if (argument === '--config') parsed.configs.push(takeFile(rest));
    else {
      throw new PlainError(
        `"${argument}" is not an option of npm start: the options are --fresh, --config <file> and --help.`,
      );
    }
  }
  return parsed;
}

function takeFile(rest) {
  const file = rest.shift();
  if (!file || file.startsWith('--')) {
    throw new PlainError(
      '--config needs a file: npm start -- --config my.yaml.',
    );
  }
  return file;
}
