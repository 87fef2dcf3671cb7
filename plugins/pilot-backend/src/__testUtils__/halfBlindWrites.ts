import { openapiDocument } from '../app/document';
import { halfBlindRef, payments } from './halfBlindMaking';
import { HalfBlindWorld } from './halfBlindWorlds';
import { Half } from './halfBlindPortals';
import { Call } from './halfBlindCall';

const check = 'headcount.support';
const evidence = 'https://wiki.example.com';
const reason = 'Because';
const soon = '2026-11-28T12:00:00Z';

/** Material of a write, in one of two portals. */
export interface Subject {
  readonly world: HalfBlindWorld;
  readonly half: Half;
  /** One of the refs of the world, another one in each turn. */
  readonly ref: string;
  readonly turn: number;
}

const one = <T>(of: readonly T[], turn: number): T => of[turn % of.length];

/** The id of an interest: the caller's own, others' that they see, and hidden ones. */
function interestOf({ world, half, turn }: Subject) {
  const { knex } = half.portal;
  const own = (key: string) =>
    knex('interest')
      .where({ author: halfBlindRef, use_case_key: `${world.name}-${key}` })
      .first('id');
  const others = (ref: string) =>
    knex('interest')
      .join('target', 'target.id', 'interest.target_id')
      .where('target.ref', ref)
      .whereNot('author', halfBlindRef)
      .orderBy(['interest.created_at', 'use_case_key'])
      .first('interest.id as id');
  const [p, , c] = world.refs;
  return idOf(
    one(
      [
        () => others(c),
        () => own('lost'),
        () => own('moved'),
        () => own('seen'),
        () => others(p),
        () => others(world.part),
        () => others(world.into),
      ],
      turn,
    )(),
  );
}

async function idOf(
  row: PromiseLike<{ id: string } | undefined>,
): Promise<string | undefined> {
  return (await row)?.id;
}

/** The id of what was said last about an entity. */
function latest(table: string, at: string, { half, ref }: Subject) {
  return idOf(
    half.portal
      .knex(table)
      .join('target', 'target.id', `${table}.target_id`)
      .where('target.ref', ref)
      .orderBy(`${table}.${at}`, 'desc')
      .first(`${table}.id as id`),
  );
}

const pilotOf = ({ world, turn }: Subject) =>
  one(
    world.refs.filter(ref => ref.startsWith('pilot:')),
    turn,
  );
const ofPilot = (subject: Subject): Subject => ({
  ...subject,
  ref: pilotOf(subject),
});

/** Every operation of the document that is no GET. */
export const calls: Readonly<Record<string, (subject: Subject) => Call>> = {
  'put /interests/{kind}/{namespace}/{name}': ({ ref, turn, world }) => ({
    // Every other one is what was merged into something hidden.
    ref: turn % 2 === 0 && world.moved ? world.moved : ref,
    body: one<object>(
      [
        { team: payments, useCase: 'We wait three days for each extract now' },
        { team: `group:default/secret-${turn % 10}`, urgency: 'critical' },
        { team: payments, otherwise: 'build-own', useCaseKey: 'other' },
        { team: payments, useCaseKey: `${world.name}-moved`, contribute: true },
        { team: 'group:default/ads' },
        { team: `group:default/${world.name}-after` },
      ],
      turn,
    ),
  }),
  'delete /interests/{id}': subject => ({ id: interestOf(subject) }),
  'post /interests/{id}/confirm': subject => ({ id: interestOf(subject) }),
  'put /interests/{id}/status': subject => ({
    id: interestOf(subject),
    body: { status: 'planned', note: 'In spring', version: 1 },
  }),
  'post /demand/by-refs': ({ world, turn }) => ({
    body: { targets: world.refs, weeks: turn % 2 === 0 },
  }),
  'post /readiness/by-refs': ({ world }) => ({
    body: { targets: world.refs },
  }),
  'post /fragmentation/dismissals': ({ turn }) => ({
    body: { key: `${turn}`.padStart(32, '0'), reason },
  }),
  'delete /fragmentation/dismissals/{id}': ({ half }) => ({
    id: idOf(half.portal.knex('dismissal').orderBy('at').first('id')),
  }),
  'post /merges': ({ world, turn }) => {
    const [p, q, c] = world.refs;
    const moves = [
      [world.moved || q, p],
      [c, world.lost],
      [world.part, p],
      [c, `component:default/${world.name}-into`],
      [c, q],
    ];
    const [from, into] = one(moves, turn);
    return { body: { from, into, reason } };
  },
  'post /merges/teams': ({ turn }) => ({
    body: { from: `group:default/secret-${turn % 10}`, into: payments, reason },
  }),
  'post /merges/persons': ({ turn }) => ({
    body: {
      ...{ from: `user:default/secret-${turn % 10}`, into: halfBlindRef },
      reason,
    },
  }),
  'post /pilots/declared-phases': () => ({}),
  'post /pilots/{namespace}/{name}/proposals': subject => ({
    ref: pilotOf(subject),
    body: {
      to: one(
        ['retired', 'build-out', 'point-solution', 'platform'],
        subject.turn,
      ),
      reason,
    },
  }),
  'post /pilots/{namespace}/{name}/proposals/{id}/decision': subject => ({
    ref: pilotOf(subject),
    id: latest('proposal', 'proposed_at', ofPilot(subject)),
    body: {
      decision: one(['approve', 'reject'], subject.turn),
      ...{ reason, version: 1 },
    },
  }),
  'delete /pilots/{namespace}/{name}/proposals/{id}': subject => ({
    ref: pilotOf(subject),
    id: latest('proposal', 'proposed_at', ofPilot(subject)),
  }),
  'put /pilots/{namespace}/{name}/satisfaction': subject => ({
    ref: pilotOf(subject),
    body: { team: payments, score: 4, note: 'Fine' },
  }),
  'post /readiness/{kind}/{namespace}/{name}/collect': ({ ref }) => ({ ref }),
  'post /readiness/{kind}/{namespace}/{name}/attestations': ({ ref }) => ({
    ref,
    body: { check, verdict: 'pass', evidence, expiresAt: soon },
  }),
  'delete /readiness/{kind}/{namespace}/{name}/attestations/{id}': subject => ({
    ref: subject.ref,
    id: latest('attestation', 'at', subject),
  }),
  'post /readiness/{kind}/{namespace}/{name}/waivers': ({ ref }) => ({
    ref,
    body: { check, reason, expiresAt: soon },
  }),
  'delete /readiness/{kind}/{namespace}/{name}/waivers/{id}': subject => ({
    ref: subject.ref,
    id: latest('waiver', 'at', subject),
  }),
  'post /readiness/{kind}/{namespace}/{name}/results': ({ ref }) => ({
    ref,
    body: [{ check: 'docs.examples', verdict: 'pass' }],
  }),
  'post /persons/erase': () => ({ body: { person: 'user:default/ben' } }),
  'post /persons/withdraw': () => ({
    body: { person: 'user:default/ben', reason: 'Has left.' },
  }),
  'post /maintenance/redate': () => ({ body: { dryRun: true } }),
  'post /maintenance/check': () => ({ body: {} }),
  'post /maintenance/rebuild': () => ({ body: {} }),
  'post /maintenance/feed': () => ({ body: {} }),
  'post /policy/preview': () => ({ body: { demand: {} } }),
  'post /import': () => ({ body: '' }),
  'post /import/everything': () => ({ body: '' }),
};

/** The operations that the document has beside reading. */
export const operations = Object.entries<object>(openapiDocument.paths)
  .flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method} ${path}`),
  )
  .filter(name => !name.startsWith('get '));

/** Inputs of each action. */
export const actions: Readonly<
  Record<string, (subject: Subject) => Promise<object>>
> = {
  'get-demand': async ({ ref }) => ({ target: ref }),
  'explain-demand': async ({ ref }) => ({ target: ref }),
  'list-demand': async () => ({}),
  'list-pilots': async () => ({}),
  'list-my-interests': async () => ({}),
  'find-similar': async ({ ref }) => ({ target: ref }),
  'get-readiness': async ({ ref }) => ({ target: ref }),
  'get-pilot': async subject => ({ target: pilotOf(subject) }),
  'get-adoption': async subject => ({ target: pilotOf(subject) }),
  'list-decisions': async subject => ({ target: pilotOf(subject) }),
  'record-interest': async ({ ref }) => ({ target: ref, team: payments }),
  'attest-check': async ({ ref }) => ({
    ...{ target: ref, check, verdict: 'fail', evidence },
  }),
  'waive-check': async ({ ref }) => ({
    ...{ target: ref, check, reason, expiresAt: soon },
  }),
  'revoke-signature': async subject => ({
    ...{ target: subject.ref, type: 'attestation' },
    id: (await latest('attestation', 'at', subject)) ?? 'none',
  }),
  'report-results': async ({ ref }) => ({
    ...{ target: ref, results: [{ check: 'docs.examples', verdict: 'fail' }] },
  }),
  'propose-phase': async subject => ({
    ...{ target: pilotOf(subject), to: 'point-solution', reason },
  }),
  'withdraw-proposal': async subject => ({
    target: pilotOf(subject),
    proposal:
      (await latest('proposal', 'proposed_at', ofPilot(subject))) ?? 'none',
  }),
  'decide-proposal': async subject => ({
    target: pilotOf(subject),
    proposal:
      (await latest('proposal', 'proposed_at', ofPilot(subject))) ?? 'none',
    ...{ decision: 'reject', reason, version: 1 },
  }),
  'rate-pilot': async subject => ({
    ...{ target: pilotOf(subject), team: payments, score: 3 },
  }),
};
