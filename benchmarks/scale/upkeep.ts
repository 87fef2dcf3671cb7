import { defaultDemandPolicy } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { DemandUpkeep } from '../../plugins/pilot-backend/src/demand/DemandUpkeep';
import { fingerprintOf } from '../../plugins/pilot-backend/src/kernel/config/demandPolicy';
import { putPolicyInForce } from '../../plugins/pilot-backend/src/kernel/store/policies/putPolicyInForce';

const hourMs = 60 * 60 * 1000;

/** Duration of a pass over everything, and the number of rows it wrote. */
export interface Pass {
  readonly name: string;
  readonly seconds: number;
  readonly rows: number;
}

/** The passes over everything, without anybody else at the database. */
export async function measureUpkeep(knex: Knex, now: Date): Promise<Pass[]> {
  const later = new Date(now.getTime() + hourMs);
  const daysLater = new Date(now.getTime() + 240 * hourMs);
  const upkeep = new DemandUpkeep({ knex, clock: () => daysLater });
  const policy = { ...defaultDemandPolicy, halfLifeDays: 60 };
  const pass = async (
    name: string,
    run: () => Promise<void>,
    written: () => Knex.QueryBuilder,
  ): Promise<Pass> => {
    const start = performance.now();
    await run();
    const seconds = (performance.now() - start) / 1000;
    const [{ count }] = await written().count({ count: '*' });
    return { name, seconds, rows: Number(count) };
  };
  const ranked = (at: Date) => () =>
    knex('target').where('ranked_at', at.getTime());
  await upkeep.sweep(now);
  const passes = [
    await pass('sweep after an hour', () => upkeep.sweep(later), ranked(later)),
    await pass(
      'sweep after ten days',
      () => upkeep.sweep(daysLater),
      ranked(daysLater),
    ),
  ];
  const fingerprint = fingerprintOf(policy);
  await putPolicyInForce(knex, { policy, fingerprint }, () => daysLater);
  passes.push(
    await pass(
      'new policy',
      () => upkeep.recompute(daysLater),
      () => knex('target').where({ policy: fingerprint }),
    ),
  );
  return passes;
}
