import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { linkIn, readPagePaths, usualPaths } from './pagePaths';

const read = (data: JsonObject) => readPagePaths(new ConfigReader(data));
const moved = (id: string, path: string) => ({ [id]: { config: { path } } });

describe('the paths of pages in messages', () => {
  it.each<[string, JsonObject, object]>([
    ['are the usual ones', {}, usualPaths],
    [
      'follow the page of the new frontend system',
      {
        app: {
          extensions: [
            'nav-item:search',
            moved('page:pilot', '/ideas/'),
            moved('page:catalog/entity', '/things/:kind/:namespace/:name'),
            moved('page:techdocs/reader', '/read/:kind/:namespace/:name/'),
            moved('page:scaffolder', '/make'),
            { 'page:home': false },
          ],
        },
      },
      {
        pilots: '/ideas',
        entity: '/things/:kind/:namespace/:name',
        docs: '/read/:kind/:namespace/:name',
        create: '/make',
      },
    ],
    [
      'are what the operator says, before that',
      {
        app: { extensions: [moved('page:pilot', '/ideas')] },
        pilot: { notifications: { paths: { pilots: '/demand' } } },
      },
      { ...usualPaths, pilots: '/demand' },
    ],
    [
      'leave what nobody understands to the app',
      { app: { extensions: [{ 'page:pilot': { config: { path: 7 } } }] } },
      usualPaths,
    ],
  ])('%s', (_, config, expected) => {
    expect(read(config)).toEqual(expected);
  });

  it.each<[string, JsonObject, string]>([
    [
      'a URL',
      { pilots: 'https://portal.example.com/pilots' },
      'pilot.notifications.paths.pilots: must be a path that begins with /',
    ],
    [
      'an entity page that names no entity',
      { entity: '/catalog/:name' },
      'pilot.notifications.paths.entity: must have :namespace, :kind and :name',
    ],
    [
      'a page of documents that names no entity',
      { docs: '/docs' },
      'pilot.notifications.paths.docs: must have :namespace, :kind and :name',
    ],
  ])('refuse %s', (_, paths, message) => {
    expect(() => read({ pilot: { notifications: { paths } } })).toThrow(
      message,
    );
  });

  const elsewhere = {
    pilots: '/ideas',
    entity: '/c/:kind/:namespace/:name',
    docs: '/read/:namespace/:kind/:name',
    create: '/make',
  };
  it.each([
    ['/pilots/my-needs', '/ideas/my-needs'],
    ['/pilots/portfolio', '/ideas/portfolio'],
    ['/catalog/default/pilot/lake', '/c/pilot/default/lake'],
    [
      '/catalog/default/pilot/lake/readiness',
      '/c/pilot/default/lake/readiness',
    ],
    ['/docs/default/pilot/lake/setup/', '/read/default/pilot/lake/setup/'],
    ['/create', '/make'],
    ['/catalog/team%3Aa/api/x%2Fy/demand', '/c/api/team%3Aa/x%2Fy/demand'],
  ])('lead from %s to %s', (link, expected) => {
    expect(linkIn(elsewhere, link)).toBe(expected);
    expect(linkIn(usualPaths, link)).toBe(link);
  });
});
