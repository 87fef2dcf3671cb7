import { Button, TextField } from '@backstage/ui';
import { FormEvent, useState } from 'react';
import styles from './SignInPage.module.css';

interface SomebodyElseProps {
  /** The user who is being signed in, while nobody else can be. */
  readonly busyAs?: string;
  readonly onChoose: (user: string) => void;
}

/** Takes the ref of any user in the catalog. */
export function SomebodyElse({ busyAs, onChoose }: SomebodyElseProps) {
  const [user, setUser] = useState('');
  const given = user.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given) {
      onChoose(given);
    }
  };

  return (
    <form className={styles.somebodyElse} onSubmit={submit}>
      <TextField
        label="Somebody else"
        secondaryLabel="by ref"
        description="Any user in the catalog, such as user:default/jane.doe"
        value={user}
        onChange={setUser}
        isRequired
        autoComplete="off"
        spellCheck="false"
      />
      <Button
        type="submit"
        variant="secondary"
        isPending={busyAs !== undefined && busyAs === given}
        isDisabled={busyAs !== undefined && busyAs !== given}
      >
        Sign in
      </Button>
    </form>
  );
}
