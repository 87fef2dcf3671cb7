import { Content, Header, Page } from '@backstage/core-components';
import { HomePageStarredEntities } from '@backstage/plugin-home';
import { HomePilots } from '@pilot-to-platform/plugin-pilot/legacy';
import { Grid } from '@material-ui/core';

export const homePage = (
  <Page themeId="home">
    <Header title="Home" />
    <Content>
      <Grid container spacing={3}>
        <Grid item md={6} xs={12}>
          <HomePilots />
        </Grid>
        <Grid item md={6} xs={12}>
          <HomePageStarredEntities />
        </Grid>
      </Grid>
    </Content>
  </Page>
);
