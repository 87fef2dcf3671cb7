import { StoredInterest, StoredTarget } from '../../store/rows';

/** An interest as it stands when its message is about to be sent. */
export interface PresentInterest {
  readonly interest: StoredInterest;
  readonly target: StoredTarget;
}

/** What messages say is read when they are sent, and not when they were due. */
export interface MessageFacts {
  /** The interests that the messages are about, by id. */
  readonly interests: ReadonlyMap<string, PresentInterest>;
  /** What people call a team. */
  readonly teamTitle: (team: string) => string;
  /** Counted interests in the target that nobody answered yet. */
  readonly open: number;
  /** What the recipient is asked to confirm. */
  readonly toConfirm: readonly PresentInterest[];
  /** The target that another one joined. */
  readonly into?: StoredTarget;
}

/** One notification, as people read it. It names teams and never a person. */
export interface Notice {
  readonly title: string;
  readonly description: string;
  readonly link: string;
  readonly topic: string;
  /** The next notice of the same scope takes the place of this one. */
  readonly scope: string;
  /** Who knows already. */
  readonly exclude?: string;
}
