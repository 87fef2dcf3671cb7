import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { linesOf } from './halfBlindLines';
import {
  WorldParts,
  WorldDraws,
  many,
  one,
  payments,
  randomOf,
  some,
  where,
  words,
} from './halfBlindMaking';
import { entityOf } from './readyPilot';

/** A world, as one of two portals has it. */
export interface HalfBlindWorld {
  readonly name: string;
  /** Seen by everybody, and the same in both portals. */
  readonly seen: readonly Entity[];
  /** Hidden from the half-blind caller, and different. */
  readonly hidden: readonly Entity[];
  /** Lines of an import: what the caller may know first. */
  readonly lines: readonly object[];
  readonly hiddenLines: readonly object[];
  /** Refs that are asked about, also where nothing has them. */
  readonly refs: readonly string[];
  /** Seen, of the caller's team, and maybe part of hidden Pilots. */
  readonly own: string;
  /** The part of it that the caller cannot see, and that counts for its Pilot. */
  readonly part: string;
  /** Something hidden that the caller asked for. */
  readonly lost: string;
  /** A target the caller asked for, and its survivor; one of them is hidden. */
  readonly moved: string;
  readonly into: string;
  /** Something hidden that was merged into the first Pilot, if anything was. */
  readonly source: string;
  /** A hidden team, and the Pilots that it uses. */
  readonly team: string;
  readonly served: readonly string[];
  /** Hidden refs that the catalog loses afterwards. */
  readonly gone: readonly string[];
}

/**
 * One world in one of two portals. What everybody sees is decided by the seed
 * alone, what is hidden also by the portal.
 */
export function halfBlindWorld(seed: number, portal: number): HalfBlindWorld {
  const name = `w${seed}`;
  const own = many(5, at => words[(seed + at * 3) % words.length]);
  const making: WorldDraws = {
    name,
    common: randomOf(seed * 7919),
    other: randomOf(seed * 7919 + portal + 1),
    refOf: (kind, part) => `${kind}:default/${name}-${part}`,
    textOf: random =>
      many(6, at =>
        at < 1 ? one(random, words) : `${one(random, own)}${seed}`,
      ).join(' '),
  };
  const { common, other, refOf } = making;
  const owner = groupsOf(making);
  const has: WorldParts = {
    q: common() < 0.5,
    c: common() < 0.5,
    isPart: common() < 0.5,
    z: common() < 0.4,
    lost: common() < 0.5,
    moved: common() < 0.35,
    source: common() < 0.3,
    served: common() < 0.5,
  };
  const source = refOf('component', one(other, ['source', 'origin']));
  const seen = [...seenEntities(making, has), ...owner.seen];
  const isPart = has.c && has.isPart;
  const count = Math.max(some(other, 2), isPart ? 1 : 0);
  const pilots = [...where(has.z, 'z'), ...many(count, index => `h${index}`)];
  const hidden = [
    ...hiddenEntities(making, pilots, has),
    ...owner.hidden,
    ...where(has.source, sourceEntity(making, source)),
  ];
  const into = refOf('component', one(other, ['into', 'onto']));
  const lost = refOf('component', 'lost');
  return {
    name,
    seen,
    hidden,
    ...linesOf(making, { seed, pilots, has, source }),
    refs: [
      ...[refOf('pilot', 'p'), refOf('pilot', 'q'), refOf('component', 'c')],
      ...[refOf('component', 'part'), lost, refOf('component', 'moved')],
      ...[refOf('component', 'former'), refOf('pilot', 'h0')],
      ...[refOf('pilot', 'z'), refOf('component', 'source')],
    ],
    own: refOf('component', 'c'),
    part: refOf('component', 'part'),
    lost,
    moved: has.moved ? refOf('component', 'moved') : '',
    into,
    source: has.source ? source : '',
    gone: where(has.lost && other() < 0.3, lost),
  };
}

/** The owner of Pilots, which the caller sees in some worlds and in others not. */
function groupsOf({ name, common, other, textOf }: WorldDraws) {
  const isHidden = common() < 0.3;
  const random = isHidden ? other : common;
  const group = entityOf('Group', `${name}-owner`, {
    metadata: { title: isHidden ? textOf(random) : `Team ${name}` },
    spec: { type: 'team' },
    relations: {
      hasMember: many(
        some(random, 4),
        index => `user:default/${name}-${index}`,
      ),
      childOf: where(
        random() < 0.7,
        `group:default/division-${some(random, 2)}`,
      ),
    },
  });
  const rest = common() < 0.3 ? [] : where(other() < 0.5, `${name}-after`);
  return {
    seen: isHidden ? [] : [group],
    hidden: [
      ...(isHidden ? [group] : []),
      ...rest.map(after =>
        entityOf('Group', after, { spec: { type: 'team' } }),
      ),
    ],
  };
}

function seenEntities(
  { name, common, refOf, textOf }: WorldDraws,
  has: WorldParts,
): Entity[] {
  const ownedBy = [refOf('group', 'owner')];
  const capability = () => (common() < 0.5 ? `${name}-cap` : undefined);
  const described = () => ({
    title: textOf(common),
    description: textOf(common),
  });
  return [
    entityOf('Pilot', `${name}-p`, {
      metadata: described(),
      spec: {
        capability: capability(),
        manualSteps: where(common() < 0.8, {
          ...{ id: 'a', title: 'By hand' },
          automatedBy: refOf('template', 'template'),
        }),
        handOff: { to: refOf('group', 'after'), rationale: 'They run it' },
      },
      relations: { ownedBy, implementedBy: [refOf('component', 'part')] },
    }),
    ...where(
      has.q,
      entityOf('Pilot', `${name}-q`, {
        metadata: described(),
        spec: { capability: capability() },
        relations: { ownedBy: common() < 0.4 ? [payments] : ownedBy },
      }),
    ),
    ...where(
      has.c,
      entityOf('Component', `${name}-c`, {
        metadata: {
          ...described(),
          annotations: {
            'pilot-to-platform/implements': refOf('pilot', 'h0'),
          },
        },
        relations: {
          ownedBy: [payments],
          implements: where(has.isPart, refOf('pilot', 'h0')),
        },
      }),
    ),
    ...where(
      has.moved,
      entityOf('Component', `${name}-moved`, {
        metadata: described(),
        relations: { ownedBy },
      }),
    ),
  ];
}

function hiddenEntities(
  { name, other, refOf, textOf }: WorldDraws,
  pilots: readonly string[],
  has: WorldParts,
): Entity[] {
  const ownedBy = [refOf('group', 'owner')];
  const docs = other() < 0.5 ? { 'backstage.io/techdocs-ref': 'dir:.' } : {};
  const dashboard = {
    url: `https://grafana.example.com/${name}`,
    title: 'Dashboard',
  };
  const titled = (metadata: object = {}) => ({
    metadata: { title: textOf(other), ...metadata },
  });
  return [
    entityOf('Component', `${name}-part`, {
      ...titled({
        links: where(other() < 0.5, dashboard),
        annotations: {
          'pilot-to-platform/implements': refOf('pilot', 'p'),
          ...docs,
        },
      }),
      relations: { ownedBy, implements: [refOf('pilot', 'p')] },
    }),
    ...where(
      has.lost,
      entityOf('Component', `${name}-lost`, {
        ...titled(),
        relations: {
          ownedBy: [other() < 0.5 ? payments : refOf('group', 'after')],
        },
      }),
    ),
    ...(has.moved ? ['into', 'onto'] : []).map(each =>
      entityOf('Component', `${name}-${each}`, {
        ...titled(),
        relations: {
          ownedBy: [one(other, [...ownedBy, refOf('group', 'after')])],
        },
      }),
    ),
    ...where(other() < 0.5, entityOf('Template', `${name}-template`)),
    ...pilots.map(each =>
      entityOf('Pilot', `${name}-${each}`, {
        ...titled({ description: textOf(other) }),
        spec: other() < 0.5 ? { capability: `${name}-cap` } : {},
        relations: {
          ownedBy,
          implementedBy: where(
            has.c && has.isPart && each === 'h0',
            refOf('component', 'c'),
          ),
        },
      }),
    ),
  ];
}

function sourceEntity(
  { name, other, textOf }: WorldDraws,
  ref: string,
): Entity {
  return entityOf('Component', ref.split('/')[1], {
    metadata: { title: textOf(other) },
    relations: { ownedBy: [`group:default/${name}-owner`] },
  });
}

/** The refs of what is hidden in a world. */
export function hiddenRefs({ hidden }: HalfBlindWorld): string[] {
  return hidden.map(stringifyEntityRef);
}
