import { CatalogRefs } from '../targets/CatalogRefs';
import { InterestLineRead } from './importedEntries';
import { KeyHolders } from './KeyHolders';
import { LineFate } from './mergeSteps';

const timeOf = (line: InterestLineRead) =>
  new Date(line.type === 'interest' ? line.createdAt : line.at);

/** A line among others, from the request or from those that wait. */
export interface PlacedLine {
  readonly line: InterestLineRead;
  /** Its place in the request. */
  readonly index?: number;
  /** Its number among those that wait. */
  readonly waiting?: number;
}

/**
 * Decides which lines are worked in now: those of a team and an author that the
 * catalog knows, and those of an interest that is there. What was recorded under a
 * name of the past is found by it; the rest gets the names of today.
 */
export function decideTaken(
  said: readonly PlacedLine[],
  holders: KeyHolders,
  catalog: Pick<CatalogRefs, 'has' | 'current'>,
): { readonly placed: PlacedLine[]; readonly taken: PlacedLine[] } {
  const isNamed = ({ line }: PlacedLine) =>
    holders.at(line, timeOf(line)) !== undefined;
  const placed = said.map(each =>
    isNamed(each) ? each : { ...each, line: renamed(each.line, catalog) },
  );
  const taken = placed.filter(
    each =>
      (catalog.has(each.line.team) && catalog.has(each.line.author)) ||
      isNamed(each),
  );
  return { placed, taken };
}

/** What becomes of lines after those that were taken are worked in. */
export interface ImportFates {
  /** By the places of the lines in the request. */
  readonly fates: Map<number, LineFate>;
  /** Lines of the request that have to wait. */
  readonly waits: readonly PlacedLine[];
  /** Numbers of lines that waited, and need not wait any longer. */
  readonly done: readonly number[];
}

/**
 * Decides what becomes of each line. One that was not taken waits, and one that
 * waited and failed goes on waiting, as there may be room for it later.
 *
 * @param fates - of the lines that were taken, in their order
 */
export function decideFates(
  placed: readonly PlacedLine[],
  taken: readonly PlacedLine[],
  fates: readonly LineFate[],
): ImportFates {
  const result = new Map<number, LineFate>();
  const waits: PlacedLine[] = [];
  const done: number[] = [];
  const place = new Map(taken.map((each, index) => [each, index]));
  for (const each of placed) {
    const found = place.get(each);
    const fate = found === undefined ? 'waiting' : fates[found];
    if (each.index !== undefined) {
      result.set(each.index, fate);
    }
    if (fate === 'waiting') {
      if (each.waiting === undefined) {
        waits.push(each);
      }
    } else if (typeof fate === 'string' && each.waiting !== undefined) {
      done.push(each.waiting);
    }
  }
  return { fates: result, waits, done };
}

/** A line under what its team and its author are called now. */
function renamed(
  line: InterestLineRead,
  catalog: Pick<CatalogRefs, 'current'>,
): InterestLineRead {
  return {
    ...line,
    team: catalog.current(line.team),
    author: catalog.current(line.author),
  };
}
