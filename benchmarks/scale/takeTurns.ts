import { Call, Caller } from './Caller';
import { median } from './median';

/** Something to measure. */
export interface Turn {
  readonly name: string;
  readonly caller: Caller;
  /** Round by round; negative ones warm up. */
  readonly call: (round: number) => Call;
}

/**
 * Sends requests of each kind, one after the other, so that all meet the same
 * noise.
 *
 * @returns the median of each in milliseconds
 */
export async function takeTurns(
  turns: readonly Turn[],
  rounds: { readonly warmUp: number; readonly counted: number },
): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(turns.map(({ name }) => [name, []]));
  for (let round = -rounds.warmUp; round < rounds.counted; round++) {
    for (const { name, caller, call } of turns) {
      const { ms } = await caller.call(call(round));
      if (round >= 0) {
        times.get(name)!.push(ms);
      }
    }
  }
  return new Map([...times].map(([name, each]) => [name, median(each)]));
}
