import { Knex } from 'knex';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { api, component, pilot } from './testCatalog';
import { startPortal } from './testPortal';

export const lake = 'pilot:default/lake';
export const engine = 'component:default/engine';
export const payments = 'group:default/payments';
export const checkout = 'group:default/checkout';
export const ads = 'group:default/ads';
export const owner = 'group:default/partner-tech';
// One instant for all of them, so that the days between two are whole.
const started = Date.now();
export const ago = (days: number) =>
  new Date(started - days * dayMs).toISOString();

/**
 * A portal with a Pilot: Payments asked 100 days ago and was served 70 days ago,
 * Checkout asked 60 and was served 10 days ago through the engine; Ads waits. The
 * owner's own interest is adopted too.
 */
export async function startAdoption(knex: Knex) {
  const portal = await startPortal({
    knex,
    conditional: true,
    config: {
      pilot: { decisions: { approvers: ['group:default/architects'] } },
    },
  });
  portal.catalog.set(
    pilot('lake', { parts: [engine] }),
    component('engine', { pilots: [lake] }),
    api('ledger'),
  );
  portal.catalog.hidden.set('user:default/sam', [engine]);
  portal.catalog.hidden.set('user:default/hal.payments', [lake]);
  const line = (target: string, team: string, author: string) => ({
    ...{ target, team, author: `user:default/${author}` },
    useCaseKey: 'x',
  });
  const asked = (of: object, days: number) => ({
    ...{ type: 'interest', ...of },
    createdAt: ago(days),
  });
  const answered = (of: object, status: string, days: number) => ({
    ...{ type: 'status', ...of, status, by: 'user:default/dana' },
    at: ago(days),
  });
  const first = line(lake, payments, 'ana');
  const through = line(engine, checkout, 'ben');
  const waiting = line(lake, ads, 'cleo');
  const internal = line(lake, owner, 'dana');
  await portal.importAll([
    asked(first, 100),
    asked(through, 60),
    asked(waiting, 50),
    asked(internal, 50),
    answered(first, 'adopted', 70),
    answered(first, 'planned', 40),
    answered(first, 'adopted', 30),
    answered(through, 'adopted', 10),
    answered(internal, 'adopted', 20),
  ]);
  const adoption = async (person = 'cleo') =>
    (await portal.as(person).get('/pilots/default/lake/adoption').expect(200))
      .body;
  const rate = (person: string, body: object) =>
    portal.as(person).put('/pilots/default/lake/satisfaction').send(body);
  return { portal, adoption, rate };
}
