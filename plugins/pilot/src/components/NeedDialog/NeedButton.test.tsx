import { screen, waitFor } from '@testing-library/react';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  dataSharing,
  interestWith,
  pilotEntity,
} from '../../__testUtils__/world';
import { DemandCard } from '../Demand/DemandCard';
import { NeedButton } from './NeedButton';

const withInterest = (...parts: Parameters<typeof interestWith>) =>
  new FakePilotApi({ interests: [interestWith(...parts)] });

describe('NeedButton', () => {
  it('is there at once, while it is not yet known what was recorded', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.listInterests.mockReturnValue(new Promise(() => {}));
    pilotApi.getPolicy.mockReturnValue(new Promise(() => {}));
    await show(<NeedButton entityRef={dataSharing} />, { pilotApi });
    expect(
      await screen.findByRole('button', { name: 'I need this' }),
    ).toBeInTheDocument();
  });

  it.each([
    {
      state: 'recorded',
      interest: { status: 'planned' as const },
      name: 'You asked for this, Planned',
    },
    {
      state: 'to be confirmed',
      interest: { confirmDue: true },
      name: 'Still need this?, Open',
    },
    {
      state: 'withdrawn',
      interest: { status: 'withdrawn' as const },
      name: 'I need this',
    },
    {
      state: 'declined',
      interest: { status: 'declined' as const },
      name: 'You asked for this, Declined',
    },
  ])('says what became of an interest that is $state', async given => {
    const pilotApi = withInterest(given.interest);
    await show(<NeedButton entityRef={dataSharing} />, { pilotApi });
    expect(
      await screen.findByRole('button', { name: given.name }),
    ).toBeInTheDocument();
  });

  it('asks for the interests of the reader only', async () => {
    const { pilotApi } = await show(<NeedButton entityRef={dataSharing} />);
    await waitFor(() =>
      expect(pilotApi.listInterests).toHaveBeenCalledWith({
        target: dataSharing,
        author: 'me',
      }),
    );
  });

  it.each([
    { why: 'its kind takes no interest', entityRef: 'domain:default/finance' },
    {
      why: 'the reader cannot see the entity',
      entityRef: 'pilot:default/hidden',
    },
  ])('is absent where $why', async ({ entityRef }) => {
    const { cache } = await show(
      <>
        <NeedButton entityRef={entityRef} />
        <NeedButton entityRef={dataSharing} />
      </>,
    );
    await screen.findByRole('button', { name: 'I need this' });
    await cache.target(entityRef).settled();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('is absent for who may not record and has recorded nothing', async () => {
    const pilotApi = new FakePilotApi({
      demand: { can: { record: 'notAllowed' } },
    });
    await show(<DemandCard />, { pilotApi, entity: pilotEntity });
    await screen.findByText('No team has asked for this yet. Be the first.');
    expect(
      screen.queryByRole('button', { name: 'I need this' }),
    ).not.toBeInTheDocument();
  });

  it('stays when it cannot be learned what was recorded', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.listInterests.mockRejectedValue(
      await refused(500, 'out of order'),
    );
    await show(<NeedButton entityRef={dataSharing} />, { pilotApi });
    await waitFor(() => expect(pilotApi.listInterests).toHaveBeenCalled());
    expect(
      await screen.findByRole('button', { name: 'I need this' }),
    ).toBeInTheDocument();
  });
});
