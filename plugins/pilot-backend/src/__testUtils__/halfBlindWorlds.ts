import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { entityOf } from './readyPilot';

/** Who sees a half of each world. */
export const halfBlind = 'hal.payments';
export const halfBlindRef = `user:default/${halfBlind}`;

/** A world, as one of two portals has it. */
export interface HalfBlindWorld {
  /** Seen by everybody, and the same in both portals. */
  readonly seen: readonly Entity[];
  /** Hidden from the half-blind caller, and different. */
  readonly hidden: readonly Entity[];
  /** Lines of an import: what the caller may know first. */
  readonly lines: readonly object[];
  readonly hiddenLines: readonly object[];
  /** Refs that are asked about, also where nothing has them. */
  readonly refs: readonly string[];
  /** The part of it that the caller cannot see, and that counts for its Pilot. */
  readonly part: string;
  /** What the caller asked for, in something hidden. */
  readonly lost: string;
}

type Random = () => number;

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state += 0x6d2b79f5;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const words =
  'share lake extract partner brand file stream index search vector ledger invoice stock price route driver label print photo crop'.split(
    ' ',
  );
const teams = ['checkout', 'ads', 'stores', 'search', 'mobile'];
const start = Date.parse('2026-05-01T00:00:00Z');

const one = <T>(random: Random, of: readonly T[]): T =>
  of[Math.floor(random() * of.length)];
const some = (random: Random, most: number) =>
  Math.floor(random() * (most + 1));
const textOf = (random: Random) =>
  Array.from({ length: 6 }, () => one(random, words)).join(' ');

/**
 * One world in one of two portals. What everybody sees is decided by the seed
 * alone, what is hidden also by the portal.
 */
export function halfBlindWorld(
  seed: number,
  portal: number,
  calledLike?: string,
): HalfBlindWorld {
  const common = randomOf(seed * 7919);
  const other = randomOf(seed * 7919 + portal + 1);
  const name = calledLike ?? `w${seed}`;
  const owner = `group:default/${name}-owner`;
  const [p, q, c] = [
    `pilot:default/${name}-p`,
    `pilot:default/${name}-q`,
    `component:default/${name}-c`,
  ];
  const hiddenPart = `component:default/${name}-part`;
  const lost = `component:default/${name}-lost`;
  const gone = `component:default/${name}-former`;
  const capability = () => (common() < 0.5 ? `${name}-cap` : undefined);
  const described = () => ({
    title: textOf(common),
    description: textOf(common),
  });
  const hiddenOwner = common() < 0.3;
  const ownedBy = [owner];
  const group = (random: Random) =>
    entityOf('Group', `${name}-owner`, {
      metadata: { title: hiddenOwner ? textOf(random) : `Team ${name}` },
      spec: { type: 'team' },
      relations: {
        hasMember: Array.from(
          { length: some(random, 4) },
          (_, index) => `user:default/${name}-${index}`,
        ),
      },
    });
  const template = `template:default/${name}-template`;
  const takesOver = `group:default/${name}-after`;
  const pilots = [
    entityOf('Pilot', `${name}-p`, {
      metadata: described(),
      spec: {
        capability: capability(),
        manualSteps: [{ id: 'a', title: 'By hand', automatedBy: template }],
        handOff: { to: takesOver, rationale: 'They run the rest' },
      },
      relations: { ownedBy, implementedBy: [hiddenPart] },
    }),
    entityOf('Pilot', `${name}-q`, {
      metadata: described(),
      spec: { capability: capability() },
      relations: { ownedBy },
    }),
    entityOf('Component', `${name}-c`, {
      metadata: described(),
      relations: { ownedBy: ['group:default/payments'] },
    }),
  ];
  const groups = hiddenOwner ? [group(other)] : [group(common)];
  const docs = other() < 0.5 ? { 'backstage.io/techdocs-ref': 'dir:.' } : {};
  const links =
    other() < 0.5
      ? [{ url: `https://grafana.example.com/${name}`, title: 'Dashboard' }]
      : [];
  const hidden = [
    entityOf('Component', `${name}-part`, {
      metadata: {
        title: textOf(other),
        links,
        annotations: { 'pilot-to-platform/implements': p, ...docs },
      },
      relations: { ownedBy, implements: [p] },
    }),
    entityOf('Component', `${name}-lost`, {
      metadata: { title: textOf(other) },
      relations: { ownedBy: [other() < 0.5 ? owner : takesOver] },
    }),
    ...(other() < 0.5 ? [entityOf('Template', `${name}-template`)] : []),
    ...(other() < 0.5
      ? [entityOf('Group', `${name}-after`, { spec: { type: 'team' } })]
      : []),
    ...Array.from({ length: some(other, 3) }, (_, index) =>
      entityOf('Pilot', `${name}-h${index}`, {
        metadata: { title: textOf(other), description: textOf(other) },
        spec: other() < 0.5 ? { capability: `${name}-cap` } : {},
        relations: { ownedBy },
      }),
    ),
  ];
  let minute = seed * 1000;
  const line = (random: Random, target: string, change: object = {}) => {
    minute += 1 + some(random, 5);
    const at = new Date(start + minute * 60_000).toISOString();
    return {
      type: 'interest',
      target,
      team: `group:default/${one(random, teams)}`,
      author: `user:default/${one(random, ['ben', 'cleo', 'dan'])}`,
      useCaseKey: `k${minute}`,
      urgency: one(random, ['nice-to-have', 'important', 'critical']),
      createdAt: at,
      confirmedAt: at,
      ...(random() < 0.3 && { useCase: textOf(random) }),
      ...(random() < 0.3 && { otherwise: one(random, ['build-own', 'buy']) }),
      ...change,
    };
  };
  const own = { team: 'group:default/payments', author: halfBlindRef };
  const lines = [
    ...[p, q, c].flatMap(target =>
      Array.from({ length: some(common, 3) }, () => line(common, target)),
    ),
    line(common, one(common, [p, q]), own),
    line(common, lost, own),
  ];
  minute += 100;
  // The same numbers, asked for by another team: they are those of the Pilot.
  const through = line(common, hiddenPart, {
    useCase: undefined,
    otherwise: undefined,
    team: `group:default/secret-${some(other, 9)}`,
    author: `user:default/secret-${some(other, 9)}`,
  });
  const hiddenLines = [
    through,
    ...hidden
      .filter(({ kind }) => kind === 'Pilot')
      .flatMap(entity =>
        Array.from({ length: some(other, 3) }, () =>
          line(other, stringifyEntityRef(entity)),
        ),
      ),
  ];
  return {
    seen: [...pilots, ...(hiddenOwner ? [] : groups)],
    hidden: [...hidden, ...(hiddenOwner ? groups : [])],
    lines,
    hiddenLines,
    refs: [p, q, c, hiddenPart, lost, gone, `pilot:default/${name}-h0`],
    part: hiddenPart,
    lost,
  };
}
