import { screen } from '@testing-library/react';
import { portals } from '../../__testUtils__/portals';
import { pilotEntity } from '../../__testUtils__/world';
import { DemandCard } from '../DemandCard/DemandCard';

const platform = {
  ...pilotEntity,
  metadata: {
    ...pilotEntity.metadata,
    annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
  },
  spec: { ...pilotEntity.spec, phase: 'platform' },
};

describe.each(portals)('GetStarted in the $system', ({ show }) => {
  it('comes before the button of a platform with documentation', async () => {
    await show(<DemandCard />, { entity: platform });
    const link = await screen.findByRole('link', { name: 'Get started' });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/pilot/data-sharing/docs',
    );
    const button = screen.getByRole('button', { name: 'I need this' });
    expect(
      link.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
  });

  it.each([
    {
      what: 'a platform without documentation',
      entity: { ...platform, metadata: pilotEntity.metadata },
    },
    {
      what: 'a Pilot in another phase',
      entity: { ...platform, spec: { ...pilotEntity.spec, phase: 'demand' } },
    },
  ])('is absent for $what', async ({ entity }) => {
    await show(<DemandCard />, { entity });
    expect(
      await screen.findByRole('button', { name: 'I need this' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Get started' }),
    ).not.toBeInTheDocument();
  });
});
