import { CatalogRefresher } from './CatalogRefresher';

describe('CatalogRefresher', () => {
  it('refreshes the keys of targets in pieces of 500', async () => {
    const refresher = new CatalogRefresher();
    const refresh = jest.fn();
    await refresher.connect({ refresh, applyMutation: jest.fn() });
    const targets = Array.from({ length: 1_001 }, (_, i) => `api:default/${i}`);
    await refresher.refresh(targets);
    const pieces: string[][] = refresh.mock.calls.map(([{ keys }]) => keys);
    expect(pieces.map(keys => keys.length)).toEqual([500, 500, 1]);
    expect(pieces.flat()).toEqual(targets.map(target => `pilot:${target}`));
  });

  it('fails before the catalog has connected, so that nothing is forgotten', async () => {
    await expect(
      new CatalogRefresher().refresh(['api:default/a']),
    ).rejects.toThrow('The catalog has not connected yet');
  });
});
