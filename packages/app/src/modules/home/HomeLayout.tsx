import { CustomHomepageGrid } from '@backstage/plugin-home';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Container, PluginHeader } from '@backstage/ui';
import { RiHome4Line } from '@remixicon/react';
import { Fragment, useMemo } from 'react';

/** The home page of the plugin has no heading, and every other page has. */
export function HomeLayout({ widgets, defaultConfig }: HomePageLayoutProps) {
  const config = useMemo(
    () =>
      defaultConfig?.map(({ column, row, ...place }) => ({
        ...place,
        x: column,
        y: row,
      })),
    [defaultConfig],
  );
  return (
    <>
      <PluginHeader title="Home" icon={<RiHome4Line />} />
      <Container>
        <CustomHomepageGrid config={config}>
          {widgets.map(({ node, component }) => (
            <Fragment key={node.spec.id}>{component}</Fragment>
          ))}
        </CustomHomepageGrid>
      </Container>
    </>
  );
}
