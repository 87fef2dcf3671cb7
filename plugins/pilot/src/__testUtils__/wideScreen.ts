// To be imported before any component: BUI looks for it as it is loaded.
window.matchMedia = (query: string) =>
  ({
    matches: /min-width: \d+px/.test(query),
    media: query,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  } as unknown as MediaQueryList);

export {};
