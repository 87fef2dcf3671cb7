import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { recordOf, recordsOf, textOf } from './entityFields';
import { DocumentSite, SiteDocument } from './documents';

const timeoutMs = 10_000;
/** Sites of which the titles are kept, and how many titles of each. */
const mostSites = 2000;
const mostDocuments = 5000;

/**
 * Words with which storages say that there is no such file. The TechDocs
 * backend answers 404 for whatever they say, that they are away or refuse
 * included; a bucket that is missing is a mistake of the set-up, not
 * documentation that nobody published.
 */
const saysMissing =
  /\bENOENT\b|\bNoSuchKey\b|\bBlobNotFound\b|\bNo such object\b|\b(key|blob|file)\b[^;]* does not exist\b/i;

/** The part of `fetch` that this needs. */
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
   * @throws where the TechDocs backend, or its storage, cannot be asked
   */
  async site(
    ref: string,
    signal?: AbortSignal,
  ): Promise<DocumentSite | undefined> {
    const { kind, namespace, name } = parseEntityRef(ref);
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    const metadata = await this.#json(
      `/metadata/techdocs/${path}`,
      signal,
    ).catch(error => {
      if (isUnpublished(error)) {
        return undefined;
      }
      throw error;
    });
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
      signal,
    ).catch(error => {
      // A site without a search plugin still has the names of its files. One
      // that has an index is not read while its index is not.
      if (Array.isArray(files) && !files.some(isIndex)) {
        return undefined;
      }
      throw error;
    });
    const site = {
      ref,
      documents: [...ofIndex(index), ...ofFiles(files)].slice(0, mostDocuments),
    };
    if (index !== undefined) {
      this.#keep(ref, { build, site });
    }
    return site;
  }

  #keep(ref: string, kept: { build: string; site: DocumentSite }): void {
    this.#kept.delete(ref);
    this.#kept.set(ref, kept);
    if (this.#kept.size > mostSites) {
      this.#kept.delete(this.#kept.keys().next().value!);
    }
  }

  async #json(path: string, signal?: AbortSignal): Promise<unknown> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    const base = await this.#discovery.getBaseUrl('techdocs');
    const timeout = AbortSignal.timeout(timeoutMs);
    const response = await this.#fetch(`${base}${path}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response as any);
    }
    return response.json();
  }
}

/** True where nothing is published, false where it is out of reach. */
function isUnpublished(error: unknown): boolean {
  if (!(error instanceof ResponseError) || error.statusCode !== 404) {
    return false;
  }
  // A backend without the plugin answers 404, too, but not in these words.
  const { name, cause } = error.body.error;
  return name === 'NotFoundError' && (!cause || saysMissing.test(words(cause)));
}

/** Collects an error's words: storages use name, code or message. */
function words(cause: unknown): string {
  const { name, code, message } = recordOf(cause);
  return [name, code, message].map(textOf).filter(Boolean).join(' ');
}

/** True for the search index, in the spelling of any system. */
function isIndex(file: unknown): boolean {
  return /^search[\\/]search_index\.json$/.test(textOf(file) ?? '');
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
