import { StoredInterest } from '../kernel/store/interests/interestRows';

/**
 * Says who changed an interest last and when, and what to do about it. Where
 * authors are not shown, nobody is named: the last change may be the author's.
 */
export function describeChange(
  standing: StoredInterest,
  { showAuthors }: { readonly showAuthors: boolean },
): string {
  const answered =
    standing.statusAt?.getTime() === standing.updatedAt.getTime();
  const who = answered ? standing.statusBy : standing.author;
  const by = showAuthors && who ? ` by ${who}` : '';
  return `version: Changed${by} on ${standing.updatedAt.toISOString()}; answer version ${
    standing.version
  }, which is in current`;
}
