import { posix } from 'node:path';
import { Marked } from 'marked';

/**
 * A page of a site.
 *
 * @typedef {object} Page
 * @property {string} title as the navigation names it
 * @property {string} file
 * @property {string} location below the root of the site: empty, or with a slash at its end
 * @property {string} path the file of the page
 * @property {string} html
 * @property {string} text without markup
 * @property {{ id: string, text: string, depth: number }[]} headings
 */

/**
 * Reads a page that is written in Markdown. Links to other files of the site lead to their pages.
 *
 * @returns {Page}
 */
export function readPage({ title, file, text }) {
  const location = locationOf(file);
  const headings = [];
  const marked = new Marked({
    walkTokens(token) {
      if (token.type === 'link') token.href = linkFrom(location, token.href);
    },
    renderer: {
      heading({ tokens, depth }) {
        const inner = this.parser.parseInline(tokens);
        const plain = plainText(inner);
        const id = slugOf(plain);
        if (depth > 1) headings.push({ id, text: plain, depth });
        return `<h${depth} id="${id}">${inner}</h${depth}>\n`;
      },
    },
  });
  const html = marked.parse(text);
  return {
    title,
    file,
    location,
    path: `${location}index.html`,
    html,
    text: plainText(html),
    headings,
  };
}

/** `getting-started.md` is the page `getting-started/`. */
function locationOf(file) {
  const path = file.replace(/\.md$/, '').replace(/(^|\/)index$/, '$1');
  return path === '' || path.endsWith('/') ? path : `${path}/`;
}

/** From one page to another, as their folders lie. */
export function pathBetween(from, to) {
  const path = posix.relative(`/${from}`, `/${to}`);
  return path === '' ? './' : `${path}/`;
}

function linkFrom(location, href) {
  const [, file, anchor = ''] = /^([\w./-]+\.md)(#.*)?$/.exec(href) ?? [];
  return file ? `${pathBetween(location, locationOf(file))}${anchor}` : href;
}

function slugOf(text) {
  return text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

const entities = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

function plainText(html) {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => entities[name])
    .replace(/\s+/g, ' ')
    .trim();
}
