/**
 * True where an address opens a page: the catalog takes addresses that run code
 * instead.
 */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
