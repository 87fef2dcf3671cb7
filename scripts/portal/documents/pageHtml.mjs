import { pathBetween } from './readPage.mjs';

/** A page as a whole, with the way to the others beside it. */
export function pageHtml({ name, pages, page, style }) {
  const root = pathBetween(page.location, '');
  const links = pages.map(other => {
    const href = pathBetween(page.location, other.location);
    const current = other === page ? ' aria-current="page"' : '';
    return `<li><a href="${href}"${current}>${escape(other.title)}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escape(page.title)} - ${escape(name)}</title>
<link rel="stylesheet" href="${root}${style}">
</head>
<body>
<div class="site">
<nav class="site-nav" aria-label="${escape(name)}"><ul>
${links.join('\n')}
</ul></nav>
<article class="site-page md-typeset">
${page.html}</article>
</div>
</body>
</html>
`;
}

function escape(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
