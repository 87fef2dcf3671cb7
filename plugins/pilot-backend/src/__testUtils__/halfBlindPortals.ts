import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceMock,
  MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { pilotInterestReadPermission } from '@pilot-to-platform/plugin-pilot-common';
import {
  createPilotInterestConditionalDecision,
  pilotInterestConditions,
} from '../kernel/access/interestRules';
import { Knex } from 'knex';
import { halfBlind, halfBlindRef, payments } from './halfBlindMaking';
import { HalfBlindWorld, halfBlindWorld, hiddenRefs } from './halfBlindWorlds';
import { urlOf } from './halfBlindReads';
import { group } from './testCatalog';
import { startPortal, TestPortal } from './testPortal';
import { live } from './halfBlindPast';
import { Call } from './halfBlindCall';

const architects = 'group:default/architects';
const secrets = Array.from({ length: 10 }, (_, index) => `secret-${index}`);

/** Rights of the half-blind caller beside those that everybody has. */
export type Power = 'none' | 'onBehalf' | 'approver' | 'narrow';

/** One of two portals that differ in what the half-blind caller cannot see. */
export interface Half {
  readonly portal: TestPortal;
  readonly registry: MockActionsRegistry;
  readonly worlds: readonly HalfBlindWorld[];
}

/** The caller reads only what their team asked for, or is asked for. */
function narrowed(
  power: Power,
  permission: string,
  person: string | undefined,
): PolicyDecision | undefined {
  return power === 'narrow' &&
    permission === pilotInterestReadPermission.name &&
    person === halfBlind
    ? createPilotInterestConditionalDecision(pilotInterestReadPermission, {
        anyOf: [
          pilotInterestConditions.isTeamMember({ teamRefs: [payments] }),
          pilotInterestConditions.ownsTarget({ ownerRefs: [payments] }),
        ],
      })
    : undefined;
}

export async function startHalf(options: {
  readonly knex: Knex;
  readonly seeds: readonly number[];
  readonly which: number;
  readonly power: Power;
}): Promise<Half> {
  const { knex, seeds, which, power } = options;
  const registry = actionsRegistryServiceMock();
  const portal = await startPortal({
    knex,
    conditional: true,
    denied: [],
    decide: (permission, person) =>
      narrowed(power, permission, person) ??
      ((permission === 'pilot.admin' &&
        person !== undefined &&
        person !== 'root.operators') ||
      (permission === 'pilot.interest.create.onBehalf' && power !== 'onBehalf')
        ? { result: AuthorizeResult.DENY }
        : undefined),
    config: {
      pilot: {
        ...(power === 'narrow' && { privacy: { retention: '10 days' } }),
        decisions: {
          approvers:
            power === 'approver' ? [architects, payments] : [architects],
        },
      },
    },
    features: [
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => registry,
      }),
    ],
  });
  const worlds = seeds.map(seed => halfBlindWorld(seed, which));
  const { catalog } = portal;
  catalog.set(
    ...['stores', 'search', 'mobile', 'architects'].map(name => group(name)),
    ...secrets.map(name => group(name)),
    {
      ...group('veiled'),
      metadata: { name: 'veiled', title: `Veil ${which}` },
    },
    ...worlds.flatMap(({ seen, hidden }) => [...seen, ...hidden]),
  );
  catalog.hidden.set(halfBlindRef, [
    ...worlds.flatMap(hiddenRefs),
    // Whoever belongs to it brings it into the catalog.
    ...worlds.map(({ name }) => `group:default/${name}-after`),
    ...[...secrets, 'veiled'].map(name => `group:default/${name}`),
  ]);
  await portal.importAll(worlds.flatMap(each => each.lines));
  await portal.importAll(worlds.flatMap(each => each.hiddenLines));
  const gone = worlds.flatMap(each => each.gone);
  catalog.remove(...gone);
  // What is missing for the second time is gone.
  await knex('target')
    .whereIn('ref', gone)
    .update({ missing_since: Date.now() - 1 });
  await portal.sync();
  await live(portal, worlds, which);
  await portal.sweep();
  await portal.runTask('pilot-readiness-collect');
  return { portal, registry, worlds };
}

/** Bytes with the ids that a portal draws, and its secrets, made equal. */
export function comparable(text: string): string {
  const known = new Map<string, number>();
  return text
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}\b/g, id => {
      known.set(id, known.get(id) ?? known.size);
      return `id-${known.get(id)}`;
    })
    .replace(/"watch":"[^"]+"/g, '"watch":"…"')
    .replace(/"key":"[0-9a-f]{32}"/g, '"key":"…"')
    .replace(/"scope":"[\w-]{22}"/g, '"scope":"…"')
    .replace(
      /"nextCursor":"([^"]+)"/g,
      (_, { length }) => `"nextCursor":"${length} characters"`,
    );
}

/** Returns the headers of an answer without the time and what follows from the text. */
function headersOf(headers: Readonly<Record<string, string>>): string {
  const { date, etag, 'content-length': length, ...rest } = headers;
  return JSON.stringify(rest);
}

/** A page after the other, as a caller reads a list. */
export async function pagesOf({ portal }: Half, url: string): Promise<string> {
  const answers: string[] = [];
  let cursor: string | undefined;
  do {
    const next = cursor && `${url.includes('?') ? '&' : '?'}cursor=${cursor}`;
    const { status, text, body, headers } = await portal
      .as(halfBlind)
      .get(`${url}${next ?? ''}`);
    answers.push(`${status} ${headersOf(headers)} ${comparable(text)}`);
    cursor = body.nextCursor;
  } while (cursor && answers.length < 100);
  return answers.join('\n');
}

/** Invokes an action as the half-blind caller, and returns its answer. */
export async function invoke(
  { registry }: Half,
  name: string,
  input: object,
): Promise<string> {
  try {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input: input as any,
      credentials: mockCredentials.user(halfBlindRef),
    });
    return comparable(JSON.stringify(output));
  } catch (error) {
    return comparable(String(error));
  }
}

/** Lists what all hear on the socket, without names that nobody can tell. */
export function signalled({ portal }: Half): string[] {
  const said = portal.signals.map(({ recipients, channel, message }) =>
    JSON.stringify([recipients, channel, message]).replace(
      /("\d{4}-\d\d-\d\d\.[\w-]{22}",?)+/g,
      'names',
    ),
  );
  return [...new Set(said)];
}

/** Cuts both texts to where they part; returns nothing where they are the same. */
export function difference(a: string, b: string): [string, string] | undefined {
  if (a === b) {
    return undefined;
  }
  let at = 0;
  while (at < a.length && a[at] === b[at]) {
    at += 1;
  }
  const around = (text: string) => text.slice(Math.max(0, at - 90), at + 90);
  return [around(a), around(b)];
}

/** An id of nothing. */
const noId = '00000000-0000-4000-8000-000000000000';

/** Calls the API as the half-blind caller; ids are what they are in this portal. */
export async function callAs(
  { portal }: Half,
  operation: string,
  { ref, id, body }: Call,
): Promise<string> {
  const [method, path] = operation.split(' ');
  const given = (await id) ?? noId;
  const url = (ref ? urlOf(path, ref) : path).replace('{id}', given);
  const request = portal
    .as(halfBlind)
    [method as 'put' | 'post' | 'delete'](url);
  const { status, text, headers } = await (typeof body === 'string'
    ? request.type('application/x-ndjson').send(body)
    : request.send(body));
  return comparable(
    `${status} ${headersOf(headers)} ${text}`.replaceAll(given, 'ID'),
  );
}

/** The notifications that reach the half-blind caller, as they are sent. */
export async function heard({ portal }: Half, at: Date): Promise<string[]> {
  const { notifications } = portal;
  await portal.runTask('pilot-readiness-remind');
  await portal.remind(at);
  await portal.send(new Date(at.getTime() + 120_000));
  return notifications
    .filter(({ recipients }: any) =>
      [halfBlindRef, payments].includes(recipients.entityRef),
    )
    .map(({ recipients, payload }: any) =>
      comparable(JSON.stringify([recipients.entityRef, payload])),
    )
    .sort();
}
