/** The exit code of a program, or undefined if it had to be stopped because it took longer than `minutes`. */
export async function withLimit(program, minutes) {
  let timer;
  const limit = new Promise(resolve => {
    timer = setTimeout(() => resolve(undefined), minutes * 60_000);
  });
  const code = await Promise.race([program.exited, limit]);
  clearTimeout(timer);
  if (code === undefined) await program.stop();
  return code;
}
