import { createDraws } from '../signal/draws';

/** Numbers of targets, teams and interests in a world. */
export interface WorldSize {
  readonly targets: number;
  readonly teams: number;
  /** About; each target has a whole number of them. */
  readonly interests: number;
}

/** A target as the catalog would tell of it. */
export interface WorldTarget {
  readonly index: number;
  readonly ref: string;
  readonly kind: string;
  readonly type: string;
  readonly title: string;
  readonly owner: string;
  /** The indexes of what implements it. */
  readonly parts: readonly number[];
  /** The Pilots that it names as those it implements. */
  readonly namedPilots: readonly string[];
  /** Number of interests that were recorded in it. */
  readonly asks: number;
}

/** One target in so many is a Pilot. */
const pilotEvery = 53;
/** Of every hundred targets, so many were never asked for. */
const unasked = 6.7;
/** The n-th most wanted target has n to this power as many interests as the first. */
const tail = -0.53;
const kinds = ['component', 'component', 'component', 'api', 'api', 'resource'];

/**
 * A made-up portal, the same at every run: a few targets that half of the teams
 * ask for, and a long tail that a handful does.
 */
export class World {
  readonly #size: WorldSize;
  readonly #total: number;

  constructor(size: WorldSize) {
    this.#size = size;
    this.#total = Array.from({ length: size.targets }, (_, rank) =>
      this.#weight(rank),
    ).reduce((sum, weight) => sum + weight, 0);
  }

  get targets(): number {
    return this.#size.targets;
  }

  team(number: number): string {
    return `group:default/team-${number % this.#size.teams}`;
  }

  get teams(): number {
    return this.#size.teams;
  }

  target(index: number): WorldTarget {
    const draws = createDraws(index + 1);
    const kind = isPilot(index) ? 'pilot' : draws.pick(kinds);
    const name = `${kind}-${index}`;
    return {
      index,
      ref: `${kind}:default/${name}`,
      kind,
      type: draws.pick(['service', 'library', 'data']),
      title: `What ${draws.pick(['orders', 'stock', 'prices'])} need ${index}`,
      owner: this.team(Math.floor(draws.uniform() * this.#size.teams)),
      parts: this.#partsOf(index),
      namedPilots: [index - 2, index - 1]
        .filter(pilot => this.#partsOf(pilot).length > 0)
        .map(pilot => `pilot:default/pilot-${pilot}`),
      asks: Math.round(
        (this.#size.interests * this.#weight(this.#rank(index))) / this.#total,
      ),
    };
  }

  #partsOf(index: number): number[] {
    return isPilot(index) && index % 3 === 0
      ? [index + 1, index + 2].filter(part => part < this.#size.targets)
      : [];
  }

  // A prime without a common factor scatters the ranks over the table.
  #rank(index: number): number {
    return (index * 7919) % this.#size.targets;
  }

  #weight(rank: number): number {
    const isAsked = rank < this.#size.targets * (1 - unasked / 100);
    return isAsked ? (rank + 1) ** tail : 0;
  }
}

function isPilot(index: number): boolean {
  return index % pilotEvery === 7;
}
