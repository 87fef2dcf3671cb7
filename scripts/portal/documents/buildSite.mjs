import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { pageHtml } from './pageHtml.mjs';
import { readPage } from './readPage.mjs';
import { siteStyle } from './siteStyle.mjs';

/**
 * Builds a documentation site of the usual layout, `mkdocs.yml` beside `docs`, into what the TechDocs reader
 * and the readiness checks look at: pages, an index for search, and metadata.
 */
export async function buildSite({ source, target }) {
  const { site_name: name, nav } = parse(
    await readFile(join(source, 'mkdocs.yml'), 'utf8'),
  );
  const pages = [];
  for (const [title, file] of nav.flatMap(item => Object.entries(item))) {
    const text = await readFile(join(source, 'docs', file), 'utf8');
    pages.push(readPage({ title, file, text }));
  }
  const style = `assets/stylesheets/main.${hashOf(siteStyle)}.min.css`;
  const files = new Map([
    ...pages.map(page => [page.path, pageHtml({ name, pages, page, style })]),
    [style, siteStyle],
    ['search/search_index.json', JSON.stringify(searchIndex(pages))],
  ]);
  const metadata = {
    site_name: name,
    files: [...files.keys()].sort(),
    etag: hashOf([...files].flat().join('\n')),
  };
  files.set('techdocs_metadata.json', JSON.stringify(metadata));
  for (const [path, content] of files) {
    const file = join(target, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** As MkDocs writes it: an entry for each page, and one for each heading. */
function searchIndex(pages) {
  return {
    config: { lang: ['en'] },
    docs: pages.flatMap(({ location, title, text, headings }) => [
      { location, title, text },
      ...headings.map(heading => ({
        location: `${location}#${heading.id}`,
        title: heading.text,
        text: '',
      })),
    ]),
  };
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
