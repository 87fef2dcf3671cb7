import { Button } from '@backstage/ui';
import type { Person } from './readPeople';
import styles from './SignInPage.module.css';

interface PeopleListProps {
  readonly people: readonly Person[];
  /** The user who is being signed in, while nobody else can be. */
  readonly busyAs?: string;
  readonly onChoose: (user: string) => void;
}

/** One button for each person, with what they are good for trying out. */
export function PeopleList({ people, busyAs, onChoose }: PeopleListProps) {
  return (
    <ul className={styles.people} aria-label="People">
      {people.map(({ user, name, hint }) => (
        <li key={user}>
          <Button
            variant="secondary"
            className={styles.person}
            isPending={busyAs === user}
            isDisabled={busyAs !== undefined && busyAs !== user}
            onPress={() => onChoose(user)}
          >
            <span className={styles.label}>
              {name}
              {hint && <span className={styles.hint}> — {hint}</span>}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
