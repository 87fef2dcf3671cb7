import {
  halfBlindRef,
  WorldParts,
  WorldDraws,
  many,
  one,
  payments,
  Random,
  some,
  where,
} from './halfBlindMaking';

const teams = ['checkout', 'ads', 'stores', 'search', 'mobile'];
const start = Date.parse('2026-11-01T00:00:00Z');
/** Minutes from then until shortly before the present: each day is kept of each. */
const minutes = 26_000;

/** Writes import lines of interests, and of answers to some of them. */
export function linesOf(
  { name, common, other, refOf, textOf }: WorldDraws,
  {
    seed,
    pilots,
    has,
    source,
  }: {
    seed: number;
    pilots: readonly string[];
    has: WorldParts;
    source: string;
  },
) {
  let minute = (seed * 50) % minutes;
  const at = () => new Date(start + minute * 60_000).toISOString();
  const ask = (random: Random, target: string, change: object = {}) => {
    minute += 1 + some(random, 2);
    return {
      type: 'interest',
      target,
      team: `group:default/${one(random, teams)}`,
      author: `user:default/${one(random, ['ben', 'cleo', 'dan'])}`,
      useCaseKey: `k${minute}`,
      urgency: one(random, ['nice-to-have', 'important', 'critical']),
      createdAt: at(),
      confirmedAt: at(),
      ...(random() < 0.3 && { useCase: textOf(random) }),
      ...(random() < 0.3 && { otherwise: one(random, ['build-own', 'buy']) }),
      ...change,
    };
  };
  const answer = (random: Random, asked: ReturnType<typeof ask>) => ({
    ...{ type: 'status', target: asked.target, author: asked.author },
    ...{ team: asked.team, useCaseKey: asked.useCaseKey },
    status: one(random, ['acknowledged', 'planned', 'adopted', 'declined']),
    ...{ note: textOf(random), by: 'user:default/dora', at: at() },
  });
  const targets = [
    refOf('pilot', 'p'),
    ...where(has.q, refOf('pilot', 'q')),
    ...where(has.c, refOf('component', 'c')),
  ];
  const own = (useCaseKey: string) => ({
    ...{ team: payments, author: halfBlindRef, useCaseKey },
  });
  const seen = [
    ...targets.flatMap(target =>
      many(some(common, 1), () => ask(common, target)),
    ),
    ask(common, one(common, targets), own(`${name}-seen`)),
    ...(has.lost
      ? [ask(common, refOf('component', 'lost'), own(`${name}-lost`))]
      : []),
    ...(has.moved
      ? [
          ask(common, refOf('component', 'moved'), own(`${name}-moved`)),
          ask(common, refOf('component', 'moved')),
        ]
      : []),
  ];
  const answers = seen
    .filter(() => common() < 0.25)
    .map(each => answer(common, each));
  const sourced = has.source
    ? many(1 + some(common, 2), () => ask(common, source))
    : [];
  const counts = where(common() < 0.4, {
    ...{ type: 'count', target: refOf('pilot', 'p'), source: 'Forum' },
    ...{ count: some(common, 40), at: at() },
  });
  minute += 10;
  // The same numbers, asked for by another team: they are those of the Pilot.
  const secret = some(other, 9);
  const team = `group:default/secret-${secret}`;
  const through = ask(common, refOf('component', 'part'), {
    useCase: undefined,
    otherwise: undefined,
    team,
    author: `user:default/secret-${secret}`,
  });
  const throughAdopted = { ...answer(common, through), status: 'adopted' };
  const unseen = [
    ...pilots.map(each => refOf('pilot', each)),
    ...(has.moved
      ? [refOf('component', 'into'), refOf('component', 'onto')]
      : []),
  ].flatMap(target => many(some(other, 1), () => ask(other, target)));
  const [hiddenPilot] = pilots.map(each => refOf('pilot', each));
  const using = has.served
    ? [
        throughAdopted,
        ...(hiddenPilot ? [ask(other, hiddenPilot, { team })] : []).flatMap(
          asked => [asked, { ...answer(other, asked), status: 'adopted' }],
        ),
      ]
    : [];
  return {
    team,
    served: has.served
      ? [refOf('pilot', 'p'), ...where(Boolean(hiddenPilot), hiddenPilot)]
      : [],
    lines: [...seen, ...answers, ...counts],
    hiddenLines: [
      through,
      ...sourced,
      ...using,
      ...unseen,
      ...pilots
        .filter(() => other() < 0.5)
        .map(each => ({
          ...{ type: 'count', target: refOf('pilot', each), source: 'Poll' },
          ...{ count: some(other, 40), at: at() },
        })),
      ...unseen.filter(() => other() < 0.3).map(each => answer(other, each)),
    ],
  };
}
