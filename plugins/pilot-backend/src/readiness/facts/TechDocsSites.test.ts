import { mockServices } from '@backstage/backend-test-utils';
import {
  ForwardedError,
  NotFoundError,
  serializeError,
} from '@backstage/errors';
import { TechDocsSites } from './TechDocsSites';

const ref = 'component:default/orders';

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
/** As the TechDocs backend answers whatever its storage says. */
const refused = (cause?: Error) =>
  json(404, {
    error: serializeError(new NotFoundError('Unable to get metadata', cause)),
    response: { statusCode: 404 },
  });
const published = (files?: unknown) =>
  json(200, { build_timestamp: 1, etag: 'e', files });
const index = json(200, { docs: [{ location: 'faq/', title: 'FAQ' }] });
const missing = () => new Response('File Not Found', { status: 404 });
const listed = ['index.html', 'guides/start.html', 'search/search_index.json'];
const unlisted = ['index.html', 'guides/start.html'];

/** Sites of which metadata and index are answered like this, in turn. */
function sitesOf(...answers: Array<Response | Error>) {
  const signals: AbortSignal[] = [];
  const sites = new TechDocsSites({
    discovery: mockServices.discovery(),
    auth: mockServices.auth(),
    fetch: async (_, { signal }) => {
      signals.push(signal);
      const answer = answers.shift();
      if (answer instanceof Response) {
        return answer.clone();
      }
      throw answer ?? new Error('Nobody is there to answer');
    },
  });
  return { sites, signals };
}

describe('a site whose metadata are not found', () => {
  const forwarded = (message: string) =>
    new ForwardedError('TechDocs metadata fetch failed', new Error(message));
  const coded = (code: string, message: string) =>
    Object.assign(new Error(message), { code });

  it.each([
    ['the catalog knows no such entity', undefined],
    ['S3', forwarded('The specified key does not exist.')],
    ['S3 by name', Object.assign(new Error('?'), { name: 'NoSuchKey' })],
    ['Google', new Error('No such object: docs/default/x/techdocs_metadata')],
    ['Azure', forwarded('The specified blob does not exist.\nRequestId:1')],
    [
      'a directory',
      forwarded("ENOENT: no such file or directory, open '/docs/x.json'"),
    ],
    ['a directory by code', coded('ENOENT', 'no')],
  ])('is not published: %s', async (_, cause) => {
    const { sites } = sitesOf(refused(cause));
    expect(await sites.site(ref)).toBeUndefined();
  });

  it.each([
    ['nobody listens', refused(forwarded('connect ECONNREFUSED 10.0.0.7:443'))],
    ['no such host', refused(forwarded('getaddrinfo ENOTFOUND s3.local'))],
    ['the storage refuses', refused(forwarded('Access Denied'))],
    ['no bucket', refused(forwarded('The specified bucket does not exist'))],
    ['no container', refused(coded('ContainerNotFound', 'does not exist'))],
    ['a broken file', refused(new Error('JSON5: invalid end of input'))],
    ['no plugin', missing()],
    ['another failure', json(503, {})],
  ])('is out of reach: %s', async (_, answer) => {
    const { sites } = sitesOf(answer);
    await expect(sites.site(ref)).rejects.toThrow(/Request failed with/);
  });
});

describe('a site whose index is not answered', () => {
  it.each([
    ['the storage is away', json(503, {})],
    ['the storage is away, and the backend says not found', missing()],
    ['the network', new Error('socket hang up')],
  ])('is not read where it has one: %s', async (_, answer) => {
    const { sites } = sitesOf(
      ...[published(listed), answer],
      ...[published(listed), index],
      published(listed),
    );
    await expect(sites.site(ref)).rejects.toThrow();
    // Nothing of the failure is kept, though the site was not built anew.
    const documents = [
      { title: 'FAQ', location: 'faq/' },
      { title: 'guides', location: 'guides/start.html' },
      { title: 'start', location: 'guides/start.html' },
    ];
    expect(await sites.site(ref)).toEqual({ ref, documents });
    // And now the index is kept.
    expect(await sites.site(ref)).toEqual({ ref, documents });
  });

  it('has the names of its files where it has none, until there is one', async () => {
    const { sites } = sitesOf(
      ...[published(unlisted), missing()],
      ...[published(unlisted), index],
    );
    expect((await sites.site(ref))?.documents.map(each => each.title)).toEqual([
      'guides',
      'start',
    ]);
    expect((await sites.site(ref))?.documents[0].title).toBe('FAQ');
  });

  it('is not read where its files are not told', async () => {
    const { sites } = sitesOf(published(), missing());
    await expect(sites.site(ref)).rejects.toThrow(/404/);
  });
});

it('stops asking when whoever asks stops waiting', async () => {
  const { sites, signals } = sitesOf(published(listed), index);
  const asking = new AbortController();
  await sites.site(ref, asking.signal);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
  asking.abort();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});
