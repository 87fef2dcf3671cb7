import { screen } from '@testing-library/react';
import { show } from '../../__testUtils__/portals';
import { pilotEntity } from '../../__testUtils__/world';
import { DemandCard } from '../Demand/DemandCard';

const platform = {
  ...pilotEntity,
  metadata: {
    ...pilotEntity.metadata,
    annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
  },
  spec: { ...pilotEntity.spec, phase: 'platform' },
};

describe('GetStarted', () => {
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

  it('opens the first link of a platform without documentation', async () => {
    const { annotations: _, ...metadata } = platform.metadata;
    const links = [
      // eslint-disable-next-line no-script-url -- the catalog takes it
      { url: 'javascript:alert(1)' },
      { url: 'https://example.org/start' },
      { url: 'https://example.org/more' },
    ];
    await show(<DemandCard />, {
      entity: { ...platform, metadata: { ...metadata, links } },
    });
    const link = await screen.findByRole('link', { name: 'Get started' });
    expect(link).toHaveAttribute('href', 'https://example.org/start');
    expect(link).toHaveAttribute('target', '_blank');
  });

  it('prefers the documentation to a link', async () => {
    const links = [{ url: 'https://example.org/start' }];
    await show(<DemandCard />, {
      entity: { ...platform, metadata: { ...platform.metadata, links } },
    });
    expect(
      await screen.findByRole('link', { name: 'Get started' }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing/docs');
  });

  it.each([
    {
      what: 'a platform without documentation and links',
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
