import { NewLogEntry } from '../../plugins/pilot-backend/src/kernel/store/log/logRows';
import { StoredInterest } from '../../plugins/pilot-backend/src/kernel/store/interests/interestRows';
import { createDraws, Draws } from '../signal/draws';
import { World, WorldTarget } from './World';
import { dayMs, noDetails } from '@pilot-to-platform/plugin-pilot-common';

const spanMs = 730 * dayMs;

/** Everything that happened to a target. */
export interface History {
  /** In the order of time. */
  readonly entries: readonly NewLogEntry[];
  readonly interests: readonly StoredInterest[];
}

/** Returns when a made-up portal began. */
export function beginningOf(now: Date): Date {
  return new Date(now.getTime() - spanMs);
}

/** Two years of a target: asks, confirmations, answers and withdrawals. */
export function historyOf(
  world: World,
  target: WorldTarget,
  now: Date,
): History {
  const draws = createDraws(1_000_000 + target.index);
  const begin = beginningOf(now);
  const entries: NewLogEntry[] = [
    { type: 'owner', owner: target.owner, at: begin, actor: 'plugin:catalog' },
  ];
  if (target.kind === 'pilot') {
    const parts = target.parts.map(part => world.target(part).ref).sort();
    entries.push({
      type: 'implementedBy',
      parts,
      at: begin,
      actor: 'plugin:catalog',
    });
  }
  if (target.namedPilots.length > 0) {
    const pilots = target.namedPilots;
    const actor = 'plugin:catalog';
    entries.push({ type: 'namedPilots', pilots, at: begin, actor });
  }
  const teams: string[] = [];
  const interests: StoredInterest[] = [];
  for (let number = 0; number < target.asks; number++) {
    const again = number > 0 && draws.chance(0.2);
    const team = again
      ? draws.pick(teams)
      : world.team(Math.floor(draws.uniform() * world.teams));
    teams.push(team);
    const recorded = recordedAsk(draws, team, number, now);
    entries.push({
      type: 'recorded',
      at: recorded.createdAt,
      actor: recorded.author,
      state: recorded,
    });
    let state = recorded;
    for (const entry of laterEntries(draws, recorded, target.owner, now)) {
      entries.push(entry);
      state = { ...state, ...entry.change };
    }
    interests.push(state);
  }
  // Sorting is stable: what was pushed first stays first.
  entries.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { entries, interests };
}

function recordedAsk(
  draws: Draws,
  team: string,
  number: number,
  now: Date,
): StoredInterest {
  const createdAt = new Date(
    now.getTime() - Math.floor(draws.uniform() * spanMs),
  );
  return {
    id: uuid(draws),
    team,
    author: `user:default/person-of-${team.split('/')[1]}`,
    useCaseKey: `case-${number}`,
    onBehalf: false,
    ...noDetails,
    urgency: draws.pick(['nice-to-have', 'important', 'critical'] as const),
    useCase: draws.chance(0.5)
      ? 'Weekly sales extracts for forty partners, no files by mail.'
      : null,
    alternative: draws.chance(0.3) ? 'A script of ours' : null,
    neededBy: draws.chance(0.2) ? '2027-03-01' : null,
    expectedUsage: draws.chance(0.3) ? 'About forty times a day' : null,
    otherwise: draws.chance(0.2) ? 'build-own' : null,
    contribute: draws.chance(0.1),
    status: 'open',
    statusNote: null,
    statusAt: null,
    statusBy: null,
    withdrawn: false,
    createdAt,
    confirmedAt: createdAt,
    updatedAt: createdAt,
    version: 1,
  };
}

type Change = Extract<NewLogEntry, { change: unknown }>;

function laterEntries(
  draws: Draws,
  ask: StoredInterest,
  owner: string,
  now: Date,
): Change[] {
  const { id, author, createdAt } = ask;
  const later = (after: Date) =>
    new Date(
      after.getTime() +
        Math.floor(draws.uniform() * (now.getTime() - after.getTime())),
    );
  const entries: Change[] = [];
  let [at, version] = [createdAt, 1];
  const add = (
    type: Change['type'],
    actor: string,
    change: (when: Date) => Partial<StoredInterest>,
  ) => {
    at = later(at);
    version++;
    entries.push({
      type,
      id,
      at,
      actor,
      change: { ...change(at), updatedAt: at, version },
    });
  };
  if (draws.chance(0.25)) {
    add('confirmed', author, confirmedAt => ({ confirmedAt }));
  }
  const status = draws.pick(statuses);
  if (status !== 'open') {
    add('status', owner, statusAt => ({
      status,
      statusNote: null,
      withdrawn: false,
      statusAt,
      statusBy: owner,
    }));
  }
  if (draws.chance(0.05)) {
    add('withdrawn', author, () => ({
      status,
      statusNote: null,
      withdrawn: true,
    }));
  }
  return entries;
}

/** Of twenty asks, seventeen were never answered. */
const statuses = [
  ...Array.from({ length: 17 }, () => 'open' as const),
  ...(['planned', 'adopted', 'declined'] as const),
];

function uuid(draws: Draws): string {
  const hex = Array.from({ length: 8 }, () =>
    Math.floor(draws.uniform() * 65_536)
      .toString(16)
      .padStart(4, '0'),
  ).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
