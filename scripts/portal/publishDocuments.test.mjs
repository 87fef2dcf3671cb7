import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readSamples } from '../../examples/readSamples.mjs';
import { readPage } from './documents/readPage.mjs';
import { publishDocuments } from './publishDocuments.mjs';

async function published(t) {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-documents-'));
  t.after(() => rm(folder, { recursive: true }));
  const sites = await publishDocuments({ folder });
  const json = (site, file) =>
    JSON.parse(readFileSync(join(site, file), 'utf8'));
  return { folder, sites, json };
}

test('every sample with documentation gets a site where TechDocs looks for it', async t => {
  const { folder, sites } = await published(t);
  const annotated = readSamples()
    .filter(({ file }) => !file.startsWith('..'))
    .filter(
      ({ entity }) =>
        entity.metadata.annotations?.['backstage.io/techdocs-ref'],
    )
    .map(({ entity }) => entity);
  assert.ok(annotated.length >= 5);
  assert.deepEqual(
    sites,
    annotated.map(({ kind, metadata }) =>
      join(folder, 'default', kind.toLowerCase(), metadata.name),
    ),
  );
});

test('a site has its pages, an index for search, and metadata that lists them', async t => {
  const { folder, json } = await published(t);
  const site = join(folder, 'default/pilot/delta-sharing');
  const metadata = json(site, 'techdocs_metadata.json');
  assert.equal(metadata.site_name, 'Partner data sharing');
  assert.match(metadata.etag, /^[0-9a-f]{8}$/);
  for (const file of metadata.files) assert.ok(existsSync(join(site, file)));
  assert.ok(metadata.files.includes('getting-started/index.html'));
  const { docs } = json(site, 'search/search_index.json');
  const entry = title => docs.find(doc => doc.title === title);
  assert.equal(entry('Troubleshooting').location, 'troubleshooting/');
  assert.match(entry('Troubleshooting').text, /The token has expired/);
  assert.equal(
    entry('Before you ask').location,
    'getting-started/#before-you-ask',
  );
});

test('every link between pages, and to the style, leads somewhere', async t => {
  const { sites, json } = await published(t);
  for (const site of sites) {
    const { files } = json(site, 'techdocs_metadata.json');
    for (const file of files.filter(name => name.endsWith('.html'))) {
      const html = readFileSync(join(site, file), 'utf8');
      const links = [...html.matchAll(/href="([^"#]+)/g)]
        .map(([, href]) => href)
        .filter(href => !href.startsWith('http'));
      assert.ok(links.length > 1);
      for (const link of links) {
        const path = join(site, dirname(file), link);
        const page = link.endsWith('/') ? join(path, 'index.html') : path;
        assert.ok(existsSync(page), `${file}: ${link}`);
      }
    }
  }
});

test('the same documents give the same site, and what is left of others goes', async t => {
  const { folder, json } = await published(t);
  const site = join(folder, 'default/pilot/test-data');
  const { etag } = json(site, 'techdocs_metadata.json');
  await writeFile(join(site, 'old.html'), 'old');
  await publishDocuments({ folder });
  assert.equal(json(site, 'techdocs_metadata.json').etag, etag);
  assert.ok(!existsSync(join(site, 'old.html')));
});

test('a page knows its headings, its text, and the way to its neighbours', () => {
  const page = readPage({
    title: 'Getting started',
    file: 'guides/start.md',
    text: '# Start\n\n## What you *need* & why\n\nSee [the examples](../examples.md#first) and [home](../index.md), `a < b`.',
  });
  assert.equal(page.location, 'guides/start/');
  assert.equal(page.path, 'guides/start/index.html');
  assert.deepEqual(page.headings, [
    { id: 'what-you-need-why', text: 'What you need & why', depth: 2 },
  ]);
  assert.match(page.html, /href="\.\.\/\.\.\/examples\/#first"/);
  assert.match(page.html, /href="\.\.\/\.\.\/"/);
  assert.match(page.text, /See the examples and home , a < b \./);
});
