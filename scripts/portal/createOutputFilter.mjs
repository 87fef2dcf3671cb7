import { stripVTControlCharacters } from 'node:util';

const logLine = /^\S+ \S+ (debug|info|warn|error) /;
const trouble = /^(ERROR|Error|\w*Error:)|error:|failed/i;

/** Returns whether a line tells of a request that went well: the backend asks itself about once a second. */
export function isRoutine(line) {
  return /^\S+ \S+ info .* HTTP\/1\.1" 2\d\d .*type="incomingRequest"/.test(
    stripVTControlCharacters(line),
  );
}

/**
 * Decides, line by line, what of the portal's output a person wants to see: errors, and what follows
 * them up to the next log line.
 */
export function createOutputFilter() {
  let showing = false;
  return function isWorthShowing(line) {
    const text = stripVTControlCharacters(line);
    const level = logLine.exec(text)?.[1];
    if (level) showing = level === 'error';
    else if (trouble.test(text)) showing = true;
    else if (text.trim() === '') showing = false;
    return showing;
  };
}
