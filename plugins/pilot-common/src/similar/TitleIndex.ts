import { titleLikeness, type Title } from './Title';

/** Titles by their position, to find those that nearly are another one. */
export class TitleIndex {
  /** By their number of letters, in which a mistyped title hardly differs. */
  readonly #byLetters = new Map<number, Array<[number, Title]>>();

  add(position: number, title: Title): void {
    const others = this.#byLetters.get(title.letters);
    if (others) others.push([position, title]);
    else this.#byLetters.set(title.letters, [[position, title]]);
  }

  /** The positions of titles that are alike, most alike first. */
  nearest(title: Title): number[] {
    const { letters } = title;
    return [letters - 1, letters, letters + 1]
      .flatMap(count => this.#byLetters.get(count) ?? [])
      .map(([position, other]): [number, number] => [
        position,
        titleLikeness(title, other),
      ])
      .filter(([, likeness]) => likeness > 0)
      .sort((a, b) => b[1] - a[1])
      .map(([position]) => position);
  }
}
