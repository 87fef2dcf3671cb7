import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import Router from 'express-promise-router';

/** A published site: titles by location, or the names of its files alone. */
export interface TestSite {
  titles?: Record<string, string>;
  files?: string[];
  /** When it was built. */
  build?: number;
}

/** A TechDocs backend with what a test publishes. */
export class TestTechDocs {
  /** By `namespace/kind/name`. */
  readonly sites = new Map<string, TestSite>();
  /** How often an index was read. */
  indexReads = 0;
  isDown = false;

  readonly plugin = createBackendPlugin({
    pluginId: 'techdocs',
    register: env => {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        init: async ({ httpRouter }) => {
          httpRouter.use(this.#router());
        },
      });
    },
  });

  #router() {
    const router = Router();
    const site = (params: Record<string, string>): TestSite => {
      if (this.isDown) {
        throw new Error('The storage is away');
      }
      const { namespace, kind, name } = params;
      const found = this.sites.get(`${namespace}/${kind}/${name}`);
      if (!found) {
        throw new NotFoundError(`Unable to get metadata for '${name}'`);
      }
      return found;
    };
    const path = ':namespace/:kind/:name';
    router.get(`/metadata/techdocs/${path}`, (request, response) => {
      const { files, build } = site(request.params);
      response.json({
        site_name: 'docs',
        etag: 'e',
        build_timestamp: build ?? 1,
        files: files ?? ['index.html'],
      });
    });
    router.get(
      `/static/docs/${path}/search/search_index.json`,
      (request, response) => {
        this.indexReads += 1;
        const { titles } = site(request.params);
        if (!titles) {
          // As the storage answers, not as the API does.
          response.status(404).send('File Not Found');
          return;
        }
        response.json({
          docs: Object.entries(titles).map(([location, title]) => ({
            location,
            title,
            text: '',
          })),
        });
      },
    );
    return router;
  }
}
