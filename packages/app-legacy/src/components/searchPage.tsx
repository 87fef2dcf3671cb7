import { CatalogIcon, Content, Header, Page } from '@backstage/core-components';
import { CatalogSearchResultListItem } from '@backstage/plugin-catalog';
import {
  SearchBar,
  SearchPagination,
  SearchResult,
} from '@backstage/plugin-search-react';
import { PilotSearchResultListItem } from '@pilot-to-platform/plugin-pilot/legacy';

export const searchPage = (
  <Page themeId="home">
    <Header title="Search" />
    <Content>
      <SearchBar />
      <SearchPagination />
      <SearchResult>
        <PilotSearchResultListItem />
        <CatalogSearchResultListItem icon={<CatalogIcon />} />
      </SearchResult>
    </Content>
  </Page>
);
