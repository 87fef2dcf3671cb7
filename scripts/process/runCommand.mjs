import { PlainError } from './PlainError.mjs';

/** Runs a command's body, which answers its exit code, and says a PlainError as the one sentence it is. */
export async function runCommand(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    process.exitCode = 1;
    describeFailure(error);
  }
}

/** Writes what went wrong to standard error: one sentence if the person can mend it, else the stack. */
export function describeFailure(error) {
  const text = error instanceof PlainError ? error.message : error.stack;
  process.stderr.write(`\n${text}\n`);
}
