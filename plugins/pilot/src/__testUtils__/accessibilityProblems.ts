import axe from 'axe-core';

/** Lists what axe finds, except for colours: jsdom has none. */
export async function accessibilityProblems(element: Element) {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(node => node.html),
  }));
}
