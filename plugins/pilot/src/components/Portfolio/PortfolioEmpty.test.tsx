import '../../__testUtils__/wideScreen';
import { screen } from '@testing-library/react';
import { At } from '../../__testUtils__/At';
import { FakePilotApi } from '../../__testUtils__/FakePilotApi';
import { show, type Given } from '../../__testUtils__/portals';
import {
  guideRouteRef,
  templateRouteRef,
  templatesRouteRef,
} from '../../routes';
import { PortfolioPage } from './PortfolioPage';

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'register-pilot' },
};

describe('A portfolio without Pilots', () => {
  const open = (given: Given) =>
    show(
      <At search="">
        <PortfolioPage />
      </At>,
      { pilotApi: new FakePilotApi({ listed: [] }), ...given },
    );
  const templates = {
    '/create': templatesRouteRef,
    '/create/templates/:namespace/:templateName': templateRouteRef,
  };

  it('leads to the template that registers one, and to the guide', async () => {
    const { cache } = await open({
      routes: { ...templates, '/guide': guideRouteRef },
    });
    cache.offerTarget(template);
    expect(
      await screen.findByRole('link', { name: 'Read the guide' }),
    ).toHaveAttribute('href', '/guide');
    expect(
      await screen.findByRole('link', { name: 'Create a pilot' }),
    ).toHaveAttribute('href', '/create/templates/default/register-pilot');
  });

  it('leads to all templates where there is none for that, and to no guide', async () => {
    await open({ routes: templates });
    expect(
      await screen.findByRole('link', { name: 'Create a pilot' }),
    ).toHaveAttribute('href', '/create');
    expect(screen.queryByRole('link', { name: 'Read the guide' })).toBeNull();
  });
});
