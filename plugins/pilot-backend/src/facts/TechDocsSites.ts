import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { recordOf, recordsOf, textOf } from './entityFields';
import { DocumentSite, SiteDocument } from './documents';

const timeoutMs = 10_000;
/** Sites of which the titles are kept, and how many titles of each. */
const mostSites = 2000;
const mostDocuments = 5000;

/** What of the web this needs. */
export type Fetch = (
  url: string,
  init: { headers: Record<string, string>; signal: AbortSignal },
) => Promise<Response>;

/**
 * Reads the titles of published documentation through the API of the TechDocs
 * backend. The index of a site can be large, so its titles are kept until the
 * site is built anew.
 */
export class TechDocsSites {
  readonly #discovery: DiscoveryService;
  readonly #auth: AuthService;
  readonly #fetch: Fetch;
  readonly #kept = new Map<string, { build: string; site: DocumentSite }>();

  constructor(options: {
    discovery: DiscoveryService;
    auth: AuthService;
    fetch?: Fetch;
  }) {
    this.#discovery = options.discovery;
    this.#auth = options.auth;
    this.#fetch = options.fetch ?? fetch;
  }

  /**
   * The site of an entity; none where nothing is published for it.
   *
   * @throws where the TechDocs backend cannot be asked
   */
  async site(ref: string): Promise<DocumentSite | undefined> {
    const { kind, namespace, name } = parseEntityRef(ref);
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    const metadata = await this.#json(`/metadata/techdocs/${path}`);
    if (metadata === undefined) {
      return undefined;
    }
    const { build_timestamp: timestamp, etag, files } = recordOf(metadata);
    const build = JSON.stringify([timestamp, etag]);
    const kept = this.#kept.get(ref);
    if (kept && kept.build === build && build !== '[null,null]') {
      return kept.site;
    }
    const index = await this.#json(
      `/static/docs/${path}/search/search_index.json`,
    ).catch(error => {
      // A site without a search plugin still has the names of its files.
      if (Array.isArray(files)) {
        return undefined;
      }
      throw error;
    });
    const site = {
      ref,
      documents: [...ofIndex(index), ...ofFiles(files)].slice(0, mostDocuments),
    };
    this.#keep(ref, { build, site });
    return site;
  }

  #keep(ref: string, kept: { build: string; site: DocumentSite }): void {
    this.#kept.delete(ref);
    this.#kept.set(ref, kept);
    if (this.#kept.size > mostSites) {
      this.#kept.delete(this.#kept.keys().next().value!);
    }
  }

  /** What is answered; nothing for what does not exist. */
  async #json(path: string): Promise<unknown> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    const base = await this.#discovery.getBaseUrl('techdocs');
    const response = await this.#fetch(`${base}${path}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) {
      return response.json();
    }
    const error = await ResponseError.fromResponse(response as any);
    // A backend without the plugin answers 404, too, but not in these words.
    if (response.status === 404 && error.body.error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}

function ofIndex(index: unknown): SiteDocument[] {
  return recordsOf(recordOf(index).docs).flatMap(({ title, location }) => {
    const text = textOf(title);
    return text ? [{ title: text, location: textOf(location) ?? '' }] : [];
  });
}

/** Pages as far as their paths tell: `getting-started/index.html`. */
function ofFiles(files: unknown): SiteDocument[] {
  return (Array.isArray(files) ? files : []).flatMap(file => {
    const path = textOf(file);
    return path && /\.html$/.test(path) && path !== '404.html'
      ? path
          .replace(/(^|\/)index\.html$|\.html$/, '')
          .split('/')
          .filter(Boolean)
          .map(title => ({ title, location: path.replace(/index\.html$/, '') }))
      : [];
  });
}
