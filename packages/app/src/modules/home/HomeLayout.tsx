import { CustomHomepageGrid } from '@backstage/plugin-home';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Container, PluginHeader } from '@backstage/ui';
import { RiHome4Line } from '@remixicon/react';
import { Fragment, useMemo } from 'react';

/**
 * Twelve columns wherever two parts fit side by side, as the places in
 * app-config.yaml are counted in twelfths; elsewhere one below the other.
 */
const columns = { xl: 12, lg: 12, md: 12, sm: 1, xs: 1, xxs: 1 };

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
        <CustomHomepageGrid config={config} cols={columns}>
          {widgets.map(({ node, component }) => (
            <Fragment key={node.spec.id}>{component}</Fragment>
          ))}
        </CustomHomepageGrid>
      </Container>
    </>
  );
}
