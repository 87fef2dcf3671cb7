import { Progress } from '@backstage/core-components';
import {
  discoveryApiRef,
  SignInPageProps,
  useApi,
} from '@backstage/core-plugin-api';
import { useEffect } from 'react';

/** Whom the stories are told as: they remember a person before they open a page. */
const key = 'pilot-portal.user';

/** Signs in whoever is remembered in this browser, by the development sign-in. */
export function SignInPage({ onSignInSuccess }: SignInPageProps) {
  const discovery = useApi(discoveryApiRef);
  useEffect(() => {
    async function signIn() {
      const user = localStorage.getItem(key) ?? 'user:default/guest';
      const authUrl = await discovery.getBaseUrl('auth');
      const response = await fetch(
        `${authUrl}/development/refresh?user=${encodeURIComponent(user)}`,
      );
      const { backstageIdentity, profile } = await response.json();
      onSignInSuccess({
        getProfileInfo: async () => profile,
        getBackstageIdentity: async () => ({
          type: 'user',
          ...backstageIdentity.identity,
        }),
        getCredentials: async () => ({ token: backstageIdentity.token }),
        signOut: async () => localStorage.removeItem(key),
      });
    }
    signIn();
  }, [discovery, onSignInSuccess]);
  return <Progress />;
}
