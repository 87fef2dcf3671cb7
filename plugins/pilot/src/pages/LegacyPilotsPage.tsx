import { Navigate, Route, Routes } from 'react-router-dom';
import { useApp, useRouteRef } from '@backstage/core-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { RiFlaskLine } from '@remixicon/react';
import { usePilotTranslation } from '../hooks/usePilotTranslation';
import { rootRouteRef } from '../routes';
import { FragmentationPage } from '../components/Duplicates/FragmentationPage';
import { MapPage } from '../components/Map/MapPage';
import { MyNeedsPage } from '../components/MyNeeds/MyNeedsPage';
import { PortfolioPage } from '../components/Portfolio/PortfolioPage';

const pages = [
  { path: 'portfolio', title: 'portfolio.title', Content: PortfolioPage },
  { path: 'map', title: 'map.title', Content: MapPage },
  {
    path: 'fragmentation',
    title: 'fragmentation.title',
    Content: FragmentationPage,
  },
  { path: 'my-needs', title: 'myNeeds.title', Content: MyNeedsPage },
] as const;

/** The page with its tabs, which the old frontend system does not draw itself. */
export function LegacyPilotsPage() {
  const { t } = usePilotTranslation();
  const root = useRouteRef(rootRouteRef)();
  const { NotFoundErrorPage } = useApp().getComponents();
  return (
    <>
      <PluginHeader
        icon={<RiFlaskLine />}
        title={t('pilots.title')}
        titleLink={root}
        tabs={pages.map(({ path, title }) => ({
          id: path,
          label: t(title),
          href: `${root}/${path}`,
          matchStrategy: 'prefix',
        }))}
      />
      <Routes>
        <Route index element={<Navigate to={pages[0].path} replace />} />
        {pages.map(({ path, Content }) => (
          <Route key={path} path={path} element={<Content />} />
        ))}
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </>
  );
}
