import axe from 'axe-core';

/**
 * Fails with what axe finds. Colours are not looked at: there are none here.
 */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(node => node.html),
  }));
  expect(found).toEqual([]);
}
