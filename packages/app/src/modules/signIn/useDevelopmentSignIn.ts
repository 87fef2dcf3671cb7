import {
  discoveryApiRef,
  IdentityApi,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState } from 'react';
import { DevelopmentIdentity } from './DevelopmentIdentity';
import { fetchSession } from './fetchSession';
import { rememberedUser } from './rememberedUser';

/** State of the sign-in page. `returning`: the browser knows who it is. */
export type SignInState =
  | { readonly status: 'choosing' }
  | { readonly status: 'returning' | 'signingIn'; readonly user: string }
  | { readonly status: 'failed'; readonly user: string; readonly error: Error };

const now = () => new Date();

/** Signs in whoever is chosen, and at once whoever was so before a reload. */
export function useDevelopmentSignIn(
  onSignInSuccess: (identity: IdentityApi) => void,
) {
  const discovery = useApi(discoveryApiRef);
  const [state, setState] = useState<SignInState>(() => {
    const user = rememberedUser.get();
    return user ? { status: 'returning', user } : { status: 'choosing' };
  });

  const enter = useCallback(
    async (user: string) => {
      const renew = async () =>
        fetchSession(await discovery.getBaseUrl('auth'), user, now());
      try {
        const session = await renew();
        rememberedUser.set(user);
        const onSignOut = rememberedUser.forget;
        onSignInSuccess(
          new DevelopmentIdentity(session, { renew, onSignOut, now }),
        );
      } catch (error) {
        setState({ status: 'failed', user, error: error as Error });
      }
    },
    [discovery, onSignInSuccess],
  );

  const returning = state.status === 'returning' ? state.user : undefined;
  useEffect(() => {
    if (returning) {
      enter(returning);
    }
  }, [returning, enter]);

  const signIn = useCallback(
    (user: string) => {
      setState({ status: 'signingIn', user });
      enter(user);
    },
    [enter],
  );

  return { state, signIn };
}
