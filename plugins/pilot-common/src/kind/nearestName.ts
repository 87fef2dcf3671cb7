import { editDistance } from './editDistance';

/** The known name that was probably meant, or nothing where none is near. */
export function nearestName(
  name: string,
  known: readonly string[],
): string | undefined {
  const near = known
    .map(candidate => ({
      candidate,
      edits: editDistance(name.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.edits - b.edits)[0];
  return near && near.edits <= Math.max(2, name.length / 3)
    ? near.candidate
    : undefined;
}
