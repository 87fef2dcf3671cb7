/** The look of a site in the TechDocs reader, which brings the colours of the theme. */
export const siteStyle = `.site {
  display: flex;
  flex-wrap: wrap;
  gap: 1rem 3rem;
  padding: 1rem;
  font-size: 1rem;
  line-height: 1.6;
  color: var(--md-default-fg-color);
}
.site-nav ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
.site-nav li {
  padding: 0.25rem 0;
}
.site a {
  color: var(--md-typeset-a-color);
}
.site-nav a[aria-current='page'] {
  font-weight: bold;
}
.site-page {
  flex: 1 1 24rem;
  min-width: 0;
  max-width: 48rem;
  overflow-wrap: anywhere;
}
.site-page h1:first-child {
  margin-top: 0;
}
.site-page pre {
  overflow-x: auto;
  padding: 0.75rem 1rem;
  color: var(--md-code-fg-color);
  background: var(--md-code-bg-color);
}
.site-page th,
.site-page td {
  padding: 0.25rem 1rem;
  text-align: start;
  vertical-align: top;
}
`;
