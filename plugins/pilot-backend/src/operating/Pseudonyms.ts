/**
 * Puts pseudonyms in the place of the refs of a person, in columns, in JSON and
 * within texts.
 */
export class Pseudonyms {
  readonly #pseudonyms: ReadonlyMap<string, string>;
  readonly #quoted: RegExp;

  /** @param pseudonyms - by ref, as the catalog writes it */
  constructor(pseudonyms: ReadonlyMap<string, string>) {
    this.#pseudonyms = pseudonyms;
    const refs = [...pseudonyms.keys()].map(escaped).join('|');
    // Not the beginning of a longer name, and not the end of another ref.
    this.#quoted = new RegExp(
      String.raw`(?<![\p{L}\p{N}_.-])(?:${refs})(?![\p{L}\p{N}_-]|[.@][\p{L}\p{N}_])`,
      'giu',
    );
  }

  get refs(): string[] {
    return [...this.#pseudonyms.keys()];
  }

  has(ref: unknown): boolean {
    return typeof ref === 'string' && this.#pseudonyms.has(ref);
  }

  inText(text: string): string {
    return (
      this.#pseudonyms.get(text) ??
      text.replace(
        this.#quoted,
        ref => this.#pseudonyms.get(ref.toLocaleLowerCase('en-US')) ?? ref,
      )
    );
  }

  /** The same in every text of a JSON value, names of fields included. */
  inJson(value: unknown): any {
    if (typeof value === 'string') {
      return this.inText(value);
    }
    if (Array.isArray(value)) {
      return value.map(each => this.inJson(each));
    }
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [
          this.inText(key),
          this.inJson(each),
        ]),
      );
    }
    return value;
  }
}

function escaped(ref: string): string {
  return ref.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
