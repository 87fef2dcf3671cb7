/** An assumption about an organisation: its value in the base world and the range it is varied over. */
export interface Assumption {
  readonly base: number;
  readonly low: number;
  readonly high: number;
  /** Counted, not measured. */
  readonly whole: boolean;
  readonly says: string;
}

const assumption = (
  base: number,
  [low, high]: [number, number],
  says: string,
): Assumption => ({ base, low, high, whole: false, says });

const count = (...args: Parameters<typeof assumption>): Assumption => ({
  ...assumption(...args),
  whole: true,
});

/** Days, probabilities and shares are plain numbers. */
export const assumptions = {
  teams: count(80, [15, 250], 'teams'),
  targets: count(
    60,
    [30, 90],
    'targets; each belongs to one team and appears on a random day before the ranking',
  ),
  rankedAt: assumption(365, [90, 1095], 'days of recording before the ranking'),
  launchAfter: assumption(
    90,
    [0, 365],
    'days from the ranking to the day on which adopters are counted',
  ),

  reach: assumption(
    0.06,
    [0.02, 0.2],
    'share of teams that come to need a target, on average',
  ),
  reachSpread: assumption(
    1,
    [0.3, 1.5],
    'how much targets differ in it (σ of a log-normal)',
  ),
  begins: assumption(
    150,
    [30, 400],
    'mean days from a target’s appearance to a team’s need',
  ),
  lasting: assumption(0.5, [0, 1], 'share of needs that do not end'),
  ends: assumption(150, [30, 400], 'mean days that the other needs last'),
  adopts: assumption(
    0.6,
    [0.3, 0.9],
    'probability that a team whose need still stands adopts',
  ),
  adoptsByStrength: assumption(
    0.5,
    [0, 1],
    'how much that depends on the strength of the need',
  ),

  records: assumption(
    0.6,
    [0.1, 1],
    'probability that a need is recorded at all',
  ),
  recordsByStrength: assumption(
    0.5,
    [0, 1],
    'how much that depends on the strength of the need',
  ),
  recordsByTeam: assumption(
    0.3,
    [0, 1],
    'how much teams differ in it (σ of a log-normal)',
  ),
  delay: assumption(20, [0, 60], 'mean days from the need to its recording'),
  people: assumption(
    0.4,
    [0, 3],
    'further people of a team of average size who record the same need',
  ),
  urgencyLeft: assumption(
    0.3,
    [0, 1],
    'probability that the urgency is left as offered (important)',
  ),
  urgencyNoise: assumption(
    0.5,
    [0, 1],
    'part of a chosen urgency that is chance and not strength',
  ),
  inflation: assumption(
    0.1,
    [0, 0.9],
    'probability that an ask is called critical whatever it is',
  ),
  describes: assumption(
    0.4,
    [0, 0.9],
    'mean share of the five details that an ask describes',
  ),
  detailNoise: assumption(
    0.5,
    [0, 1],
    'part of describing that is chance and not strength',
  ),

  confirms: assumption(
    0.5,
    [0, 1],
    'probability that a standing need is confirmed when asked, every 120 days',
  ),
  withdraws: assumption(
    0.15,
    [0, 0.9],
    'probability that an ended need is withdrawn',
  ),
  habit: assumption(
    0.1,
    [0, 0.6],
    'probability that an ask without a need is confirmed all the same',
  ),

  driveBy: assumption(
    1.5,
    [0, 6],
    'clicks without a need per target, year and 100 teams',
  ),
  driveByFollows: assumption(
    0,
    [0, 1],
    'how far those clicks go where the need is, rather than anywhere',
  ),
  driveByWords: assumption(
    0.02,
    [0, 0.4],
    'mean share of the details that such a click describes',
  ),
  loud: assumption(
    0.01,
    [0, 0.05],
    'share of teams that click on a quarter of all targets',
  ),
  repeaters: count(
    1,
    [0, 5],
    'teams that repeat themselves for four targets each, which they do need',
  ),
  repeats: count(
    12,
    [3, 40],
    'asks of such a team for such a target, critical and well described',
  ),
  owners: assumption(
    0.3,
    [0, 1],
    'probability that owners ask for their own target',
  ),
  ownerAsks: assumption(
    4,
    [1, 15],
    'asks of such owners, critical and well described',
  ),
  hyped: assumption(
    0.03,
    [0, 0.2],
    'share of targets with a burst of clicks without a need, over ten days',
  ),
  hypeClicks: assumption(
    0.25,
    [0.1, 0.6],
    'clicks of such a burst, as a share of all teams',
  ),
  hypeRecent: assumption(
    0.1,
    [0, 1],
    'probability that a burst falls into the last 30 days',
  ),
  served: assumption(
    0.1,
    [0, 0.5],
    'share of targets already in use, whose first adopters are on record',
  ),
} satisfies Record<string, Assumption>;

/** A value for each assumption: one kind of organisation. */
export type Assumptions = Readonly<Record<keyof typeof assumptions, number>>;

/** A value for each assumption, made from its range. */
export function assume(value: (range: Assumption) => number): Assumptions {
  return Object.fromEntries(
    Object.entries(assumptions).map(([key, range]) => [key, value(range)]),
  ) as unknown as Assumptions;
}

/** The base world, or a variation of it. */
export function baseWith(changes: Partial<Assumptions> = {}): Assumptions {
  return { ...assume(range => range.base), ...changes };
}
