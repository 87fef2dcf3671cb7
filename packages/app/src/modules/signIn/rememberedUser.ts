const key = 'pilot-portal.user';

/** User who is signed in with this browser, kept over a reload. */
export const rememberedUser = {
  get: (): string | undefined => localStorage.getItem(key) ?? undefined,
  set: (user: string) => localStorage.setItem(key, user),
  forget: () => localStorage.removeItem(key),
};
