import { mockApis } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { FakePilotApi } from '../__testUtils__/FakePilotApi';
import {
  checkout,
  dataSharing,
  entities,
  interestWith,
  payments,
  pilotEntity,
  policy,
  recipientApi,
} from '../__testUtils__/world';
import { PilotCache } from './PilotCache';

function cacheOf(
  given: { pilotApi?: FakePilotApi; ownership?: string[] } = {},
) {
  const pilotApi = given.pilotApi ?? new FakePilotApi();
  const catalogApi = catalogApiMock({ entities });
  const cache = new PilotCache({
    pilotApi,
    catalogApi,
    identityApi: mockApis.identity({
      ownershipEntityRefs: given.ownership ?? [payments],
    }),
    storageApi: mockApis.storage(),
  });
  return { cache, pilotApi, catalogApi };
}

describe('PilotCache', () => {
  it('puts the answer to a change into all that show it', async () => {
    const { cache, pilotApi } = cacheOf();
    await cache.own(dataSharing).settled();
    await cache.demand(dataSharing).settled();
    const interest = await cache.record(dataSharing, { team: payments });
    expect(cache.own(dataSharing).current()).toMatchObject({
      value: [{ id: interest.id, status: 'open' }],
    });
    expect(cache.demand(dataSharing).current()).toMatchObject({
      value: { score: 10 },
    });
    await cache.withdraw(interest);
    expect(cache.own(dataSharing).current()).toMatchObject({
      value: [{ id: interest.id, status: 'withdrawn' }],
    });
    expect(cache.demand(dataSharing).current()).toMatchObject({
      value: { score: 0 },
    });
    expect(pilotApi.listInterests).toHaveBeenCalledTimes(1);
    expect(pilotApi.getDemand).toHaveBeenCalledTimes(1);
  });

  it('loads the demand of what the changed target implements again', async () => {
    const { cache, pilotApi } = cacheOf();
    cache.demand(dataSharing).subscribe(() => {});
    await cache.demand(dataSharing).settled();
    pilotApi.demand = { ...pilotApi.demand, score: 33 };
    await cache.record(recipientApi, { team: payments });
    await cache.demand(dataSharing).settled();
    await new Promise(resolve => setTimeout(resolve));
    expect(cache.demand(dataSharing).current()).toMatchObject({
      value: { score: 33 },
    });
  });

  it('loads the demand where the answer to a change has none', async () => {
    const { cache, pilotApi } = cacheOf();
    await cache.demand(dataSharing).settled();
    pilotApi.withdrawInterest.mockResolvedValue({
      interest: interestWith({ status: 'withdrawn' }),
    } as never);
    await cache.withdraw(interestWith());
    cache.demand(dataSharing).want();
    expect(pilotApi.getDemand).toHaveBeenCalledTimes(2);
  });

  it('knows the teams among what the reader owns with, by name', async () => {
    const { cache } = cacheOf({
      ownership: [
        'user:default/dana',
        payments,
        'group:default/gone',
        checkout,
      ],
    });
    expect(await cache.teams.settled()).toEqual({
      state: 'ready',
      value: [
        { ref: checkout, name: 'Checkout' },
        { ref: payments, name: 'Payments' },
      ],
    });
  });

  it('offers the teams that the backend accepts, whatever the reader is a member of', async () => {
    const pilotApi = new FakePilotApi();
    const caller = {
      // One that the catalog does not show to the reader, and one above theirs.
      teams: ['group:default/hidden', checkout],
      groups: [payments, checkout],
      approver: false,
    };
    pilotApi.getPolicy.mockResolvedValue({ ...policy, caller });
    const { cache } = cacheOf({ pilotApi, ownership: [payments] });
    expect(await cache.teams.settled()).toEqual({
      state: 'ready',
      value: [
        { ref: checkout, name: 'Checkout' },
        { ref: 'group:default/hidden', name: 'hidden' },
      ],
    });
  });

  it('does not ask for an entity that a page has in hand', async () => {
    const { cache, catalogApi } = cacheOf();
    const asked = jest.spyOn(catalogApi, 'getEntitiesByRefs');
    cache.offerTarget(pilotEntity);
    expect(await cache.target(dataSharing).settled()).toEqual({
      state: 'ready',
      value: pilotEntity,
    });
    expect(asked).not.toHaveBeenCalled();
  });

  it('asks for what may not be there in a way that does not fail', async () => {
    const { cache, catalogApi } = cacheOf();
    const byName = jest.spyOn(catalogApi, 'getEntityByRef');
    const answered = await cache.target('template:default/nothing').settled();
    expect(answered).toMatchObject({
      state: 'failed',
      error: { name: 'NotFoundError' },
    });
    expect(byName).not.toHaveBeenCalled();
  });
});
