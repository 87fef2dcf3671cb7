import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  actionsRegistryServiceMock,
  MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import {
  lake,
  onlyCheck,
  payments,
  startDecisions,
} from '../__testUtils__/decisionWorld';

jest.setTimeout(300_000);

interface Ids {
  /** Of an attestation. */
  readonly signed: string;
  readonly proposal: string;
}

type World = Awaited<ReturnType<typeof startDecisions>> & {
  readonly registry: MockActionsRegistry;
  readonly ids: Ids;
};

/**
 * Callers by role. All people see the Pilot but `blind`; `mute` may read no
 * interest, `unread` no readiness, `denied` nothing at all. Ana's team is
 * served.
 */
const roles = {
  service: undefined,
  adopter: 'ana',
  stranger: 'cleo',
  owner: 'dana',
  approver: 'ada.architects',
  mute: 'nina.ads',
  unread: 'ulf.ads',
  denied: 'nix.payments',
  blind: 'hal.payments',
} as const;
type Role = keyof typeof roles;

const reason = 'Because';
const target = lake;
const evidence = 'https://wiki.example.com';

/** Inputs of each action. */
const inputs: Record<string, (ids: Ids) => object> = {
  'get-demand': () => ({ target }),
  'explain-demand': () => ({ target }),
  'list-demand': () => ({}),
  'record-interest': () => ({ target, team: payments, urgency: 'critical' }),
  'list-my-interests': () => ({}),
  'find-similar': () => ({ title: 'The lake' }),
  'get-readiness': () => ({ target }),
  'attest-check': () => ({
    ...{ target, check: onlyCheck, verdict: 'fail', evidence },
  }),
  'waive-check': () => ({
    ...{ target, check: onlyCheck, reason },
    expiresAt: new Date(Date.now() + dayMs).toISOString(),
  }),
  'revoke-signature': ({ signed }) => ({
    ...{ target, type: 'attestation', id: signed },
  }),
  'report-results': () => ({
    ...{ target, results: [{ check: onlyCheck, verdict: 'fail' }] },
  }),
  'list-pilots': () => ({}),
  'get-pilot': () => ({ target }),
  'propose-phase': () => ({ target, to: 'retired', reason }),
  'withdraw-proposal': ({ proposal }) => ({ target, proposal }),
  'decide-proposal': ({ proposal }) => ({
    ...{ target, proposal, decision: 'reject', reason, version: 1 },
  }),
  'list-decisions': () => ({ target }),
  'get-adoption': () => ({ target }),
  'rate-pilot': () => ({ target, team: payments, score: 4 }),
};

/**
 * Answers of each action, role by role, in the codes of HTTP; `!` behind what
 * the auditor hears of, which is every write and every refusal of rights.
 */
const table = `
                   | service | adopter | stranger | owner | approver | mute | unread | denied | blind
 get-demand        | 403!    | 200     | 200      | 200   | 200      | 403! | 200    | 403!   | 404
 explain-demand    | 403!    | 200     | 200      | 200   | 200      | 403! | 200    | 403!   | 404
 list-demand       | 403!    | 200     | 200      | 200   | 200      | 403! | 200    | 403!   | 200
 find-similar      | 403!    | 200     | 200      | 200   | 200      | 403! | 200    | 403!   | 200
 record-interest   | 403!    | 200!    | 403!     | 403!  | 403!     | 403! | 403!   | 403!   | 404!
 list-my-interests | 403!    | 200     | 200      | 200   | 200      | 200  | 200    | 200    | 200
 get-readiness     | 403!    | 200     | 200      | 200   | 200      | 200  | 403!   | 403!   | 404
 attest-check      | 403!    | 403!    | 403!     | 200!  | 403!     | 403! | 403!   | 403!   | 404!
 waive-check       | 403!    | 403!    | 403!     | 403!  | 200!     | 403! | 403!   | 403!   | 403!
 revoke-signature  | 403!    | 403!    | 403!     | 200!  | 403!     | 403! | 403!   | 403!   | 404!
 report-results    | 200!    | 403!    | 403!     | 200!  | 403!     | 403! | 403!   | 403!   | 404!
 list-pilots       | 403!    | 200     | 200      | 200   | 200      | 403! | 200    | 403!   | 200
 get-pilot         | 403!    | 200     | 200      | 200   | 200      | 403! | 200    | 403!   | 404
 propose-phase     | 403!    | 403!    | 403!     | 200!  | 403!     | 403! | 403!   | 403!   | 404!
 withdraw-proposal | 403!    | 403!    | 403!     | 200!  | 403!     | 403! | 403!   | 403!   | 404!
 decide-proposal   | 403!    | 403!    | 403!     | 403!  | 200!     | 403! | 403!   | 403!   | 403!
 list-decisions    | 403!    | 200     | 200      | 200   | 200      | 403! | 200    | 403!   | 404
 get-adoption      | 403!    | 200     | 200      | 200   | 200      | 403! | 200    | 403!   | 404
 rate-pilot        | 403!    | 200!    | 403!     | 403!  | 403!     | 403! | 403!   | 403!   | 404!
`;
const [header, ...rows] = table
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()));
const cases = header
  .slice(1)
  .map(
    (role, index) =>
      [
        role as Role,
        rows.map(([action, ...cells]) => [action, cells[index]] as const),
      ] as const,
  );

const denials: Record<string, RegExp> = {
  [roles.mute]: /^pilot\.interest\.read$/,
  [roles.unread]: /^pilot\.readiness\.read$/,
  [roles.denied]: /^pilot\./,
};
const codes: Record<string, number> = {
  NotAllowedError: 403,
  NotFoundError: 404,
};
const ends: Record<number, string> = {
  200: 'success',
  403: 'NotAllowedError',
  404: 'NotFoundError',
};
/** Actions that use up what they are about. */
const ending = ['revoke-signature', 'withdraw-proposal', 'decide-proposal'];

describe('who may do what by actions', () => {
  let world: World | undefined;

  async function close(): Promise<void> {
    await world?.portal.backend.stop();
    world = undefined;
  }

  /** Served by it, with one decision, one attestation and a proposal that waits. */
  async function open(): Promise<World> {
    if (world) {
      return world;
    }
    const registry = actionsRegistryServiceMock();
    const started = await startDecisions({
      knex: await databases.init('SQLITE_3'),
      conditional: true,
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
      decide: (permission, person) =>
        denials[person ?? '']?.test(permission)
          ? { result: AuthorizeResult.DENY }
          : undefined,
    });
    started.portal.catalog.hidden.set(`user:default/${roles.blind}`, [lake]);
    const { interest } = await started.ask();
    await started.portal
      .as('dana')
      .put(`/interests/${interest.id}/status`)
      .send({ status: 'adopted', version: 1 })
      .expect(200);
    await started.move({ to: 'build-out' });
    await started.attest('fail');
    const { body } = await started.propose('dana', { to: 'retired', reason });
    const readiness = await started.portal
      .as('dana')
      .get('/readiness/pilot/default/lake');
    const ids = {
      proposal: body.proposal.id,
      signed: readiness.body.checks[0].attestation,
    };
    world = { ...started, registry, ids };
    return world;
  }

  async function answerOf(role: Role, action: string): Promise<string> {
    const { portal, registry, ids } = await open();
    const person = roles[role];
    const actor = person ? `user:default/${person}` : 'external:script';
    const before = portal.audits.length;
    const code = await registry
      .invoke({
        id: `test:${action}`,
        input: inputs[action](ids) as any,
        credentials: person
          ? mockCredentials.user(actor)
          : mockCredentials.service(actor),
      })
      .then(
        () => 200,
        error => codes[error.name] ?? error,
      );
    const heard = portal.audits.slice(before);
    expect(heard.map(each => [each.actor, each.end])).toEqual(
      heard.map(() => [actor, ends[code]]),
    );
    expect(heard.length).toBeLessThan(2);
    if (code === 200 && ending.includes(action)) {
      // The next call finds the world as it was.
      await close();
    }
    return `${code}${heard.length > 0 ? '!' : ''}`;
  }

  afterAll(close);

  it('names every action', async () => {
    const { registry } = await open();
    const { actions } = await registry.list();
    const names = actions.map(({ name }) => name).sort();
    expect(rows.map(([action]) => action).sort()).toEqual(names);
    expect(Object.keys(inputs).sort()).toEqual(names);
  });

  describe.each(cases)('%s', (role, answers) => {
    it.each(answers)('%s answers %s', async (action, expected) => {
      expect(await answerOf(role, action)).toBe(expected);
    });
  });
});
