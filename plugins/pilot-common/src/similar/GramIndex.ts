import MiniSearch from 'minisearch';

/**
 * Returns how many entries of the index the first look may read. It takes the
 * rarest runs of letters first, which decide: so 10,000 entities are searched
 * in the time of a key press, and some hundreds are compared with each other in
 * a second. Fewer than about a hundred are read completely.
 */
const firstLook = (texts: number) =>
  Math.min(8_000, Math.max(1_500, 0.8 * texts));

const separator = ' ';
const split = (text: string) => text.split(separator);

/**
 * Index of how much texts have in common, for texts that are given as sets of
 * short runs of letters. MiniSearch keeps and scores them. Of its BM25 that
 * leaves how rare a run is; it multiplies the sum of that by the number of runs
 * that were found. Texts go by their position.
 */
export class GramIndex {
  readonly #search: MiniSearch<{ id: number; text: string }>;
  readonly #frequency = new Map<string, number>();
  readonly #texts: Array<readonly string[]> = [];
  /** Values computed of all texts that are known so far. */
  #weights = new Map<string, number>();
  #own: number[] = [];

  constructor(texts: ReadonlyArray<readonly string[]> = []) {
    this.#search = new MiniSearch({
      fields: ['text'],
      tokenize: split,
      processTerm: gram => gram,
      searchOptions: { bm25: { k: 1.2, b: 0, d: 0 } },
    });
    texts.forEach(grams => this.add(grams));
  }

  /** Adds a text at the next position. */
  add(grams: readonly string[]): void {
    const id = this.#texts.push(grams) - 1;
    this.#search.add({ id, text: grams.join(separator) });
    for (const gram of grams) {
      this.#frequency.set(gram, this.#frequencyOf(gram) + 1);
    }
    this.#weights = new Map();
    this.#own = [];
  }

  /**
   * Returns how much a run of letters tells: the inverse document frequency of
   * BM25.
   */
  weightOf(gram: string): number {
    const known = this.#weights.get(gram);
    if (known !== undefined) return known;
    const frequency = this.#frequencyOf(gram);
    const others = this.#texts.length - frequency;
    const weight = Math.log(1 + (others + 0.5) / (frequency + 0.5));
    // What only somebody's question contains is not kept.
    if (frequency > 0) this.#weights.set(gram, weight);
    return weight;
  }

  /** Texts that are likely to have most in common with these runs, best first. */
  nearest(grams: readonly string[]): number[] {
    const rarest = [...grams].sort(
      (a, b) => this.#frequencyOf(a) - this.#frequencyOf(b),
    );
    const most = firstLook(this.#texts.length);
    let read = 0;
    const first = rarest.filter(gram => {
      read += this.#frequencyOf(gram);
      return read <= most;
    });
    return this.#search
      .search(first.join(separator))
      .map(({ id, score }): [number, number] => [
        id,
        score / Math.sqrt(this.#ownScore(id)),
      ])
      .sort((a, b) => b[1] - a[1])
      .map(([id]) => id);
  }

  /**
   * The score of these runs with a text as a share of what each scores with
   * itself (the geometric mean of the two shares), 0 to 1. Texts that have
   * nothing in common are left out.
   */
  common(
    grams: readonly string[],
    among: ReadonlySet<number>,
  ): Map<number, number> {
    const own = this.#scoreWithItself(grams);
    const found = this.#search.search(grams.join(separator), {
      boostDocument: id => (among.has(id) ? 1 : 0),
    });
    return new Map(
      found.map(({ id, score }) => [
        id,
        Math.min(1, score / Math.sqrt(own * this.#ownScore(id))),
      ]),
    );
  }

  #frequencyOf(gram: string) {
    return this.#frequency.get(gram) ?? 0;
  }

  /** Computed when it is first needed, so that no request waits for all. */
  #ownScore(id: number): number {
    this.#own[id] ??= this.#scoreWithItself(this.#texts[id]);
    return this.#own[id];
  }

  #scoreWithItself(grams: readonly string[]) {
    const weight = grams.reduce((sum, gram) => sum + this.weightOf(gram), 0);
    return grams.length * weight;
  }
}
