/**
 * Stands in for what puts the style sheets of Backstage UI into the page: jsdom
 * lays nothing out, and cannot read all of them.
 */
export default function withoutStyles() {}
