import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Text } from '@backstage/ui';
import { useMemo } from 'react';
import { Logo } from '../../brand';
import { PeopleList } from './PeopleList';
import { readPeople } from './readPeople';
import { SignInFailure } from './SignInFailure';
import styles from './SignInPage.module.css';
import { SomebodyElse } from './SomebodyElse';
import { useDevelopmentSignIn } from './useDevelopmentSignIn';

/** Lists who can be signed in as by a click, and takes any other user's ref. */
export function SignInPage({ onSignInSuccess }: SignInPageProps) {
  const config = useApi(configApiRef);
  const people = useMemo(() => readPeople(config), [config]);
  const { state, signIn } = useDevelopmentSignIn(onSignInSuccess);
  const busyAs = state.status === 'signingIn' ? state.user : undefined;

  if (state.status === 'returning') {
    return (
      <main className={styles.page}>
        <Text as="p" role="status">
          Signing in as {nameOf(state.user)}
        </Text>
      </main>
    );
  }
  return (
    <main className={styles.page}>
      <div className={styles.panel}>
        <header className={styles.header}>
          <Logo size={40} />
          <Text as="h1" variant="title-medium" weight="bold">
            {config.getString('app.title')}
          </Text>
        </header>
        <Text as="p">
          Choose who you are. This portal is for trying out, so nobody is asked
          for a password.
        </Text>
        {state.status === 'failed' && (
          <SignInFailure
            name={nameOf(state.user)}
            error={state.error}
            onTryAgain={() => signIn(state.user)}
          />
        )}
        {people.length > 0 && (
          <PeopleList people={people} busyAs={busyAs} onChoose={signIn} />
        )}
        <SomebodyElse busyAs={busyAs} onChoose={signIn} />
      </div>
    </main>
  );

  function nameOf(user: string): string {
    return people.find(person => person.user === user)?.name ?? user;
  }
}
