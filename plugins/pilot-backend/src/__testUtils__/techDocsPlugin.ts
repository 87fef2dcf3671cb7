import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ForwardedError, NotFoundError } from '@backstage/errors';
import Router from 'express-promise-router';

/** A published site: titles by location, or the names of its files alone. */
export interface TestSite {
  titles?: Record<string, string>;
  files?: string[];
  /** Time at which it was built. */
  build?: number;
}

/**
 * A TechDocs backend with what a test publishes. As the real one does, it answers
 * 404 for whatever its storage says, and lists the search index among the files.
 */
export class TestTechDocs {
  /** By `namespace/kind/name`. */
  readonly sites = new Map<string, TestSite>();
  /** Number of times that an index was read. */
  indexReads = 0;
  isDown = false;
  /** True where metadata are served, and the files of the sites are not. */
  areFilesDown = false;

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
    const site = (params: Record<string, string>): TestSite | undefined =>
      this.sites.get(`${params.namespace}/${params.kind}/${params.name}`);
    const path = ':namespace/:kind/:name';
    router.get(`/metadata/techdocs/${path}`, (request, response) => {
      const { name } = request.params;
      const found = site(request.params);
      if (this.isDown || !found) {
        throw new NotFoundError(
          `Unable to get metadata for '${name}'`,
          new ForwardedError(
            'TechDocs metadata fetch failed',
            new Error(
              this.isDown
                ? 'connect ECONNREFUSED 10.0.0.7:443'
                : 'The specified key does not exist.',
            ),
          ),
        );
      }
      response.json({
        site_name: 'docs',
        etag: 'e',
        build_timestamp: found.build ?? 1,
        files: [
          ...(found.files ?? ['index.html']),
          ...(found.titles ? ['search/search_index.json'] : []),
        ],
      });
    });
    router.get(
      `/static/docs/${path}/search/search_index.json`,
      (request, response) => {
        this.indexReads += 1;
        const titles = site(request.params)?.titles;
        if (!titles || this.isDown || this.areFilesDown) {
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
