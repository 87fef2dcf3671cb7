import { StoredProposal } from '../../kernel/store/proposals/proposalRows';
import { MessageDetails } from '../../kernel/config/MessageDetails';
import { StoredTarget } from '../../kernel/store/targets/targetRows';
import { StoredInterest } from '../../kernel/store/interests/interestRows';

/** An interest as it stands when its message is about to be sent. */
export interface PresentInterest {
  readonly interest: StoredInterest;
  readonly target: StoredTarget;
  /**
   * What its author may be told that it is in: with `known` what they recorded it
   * for, wherever merges moved it since, by the title that they last saw.
   */
  readonly askedFor: StoredTarget;
}

/** A proposal as it stands when its message is about to be sent. */
export interface PresentProposal {
  readonly proposal: StoredProposal;
  readonly target: StoredTarget;
}

/** What a recipient asked for, and since when. */
export interface AskedFor {
  /** With `known` what they recorded it for, wherever merges moved it since. */
  readonly target: StoredTarget;
  readonly since: Date;
}

/** What the messages about phases say. */
export interface PhaseFacts {
  /** The proposals that the messages are about, by id. */
  readonly proposals: ReadonlyMap<string, PresentProposal>;
  /** What the recipient still asks for of them, by the id of its target. */
  readonly asked: ReadonlyMap<number, AskedFor>;
  /** What can be done without the owner's hands, once it is a platform. */
  readonly offers: readonly string[];
  /** Groups whose members decide. */
  readonly approvers: readonly string[];
  /** What people call a person; with `known` that is their name in the catalog. */
  readonly personName: (user: string) => string;
}

/** Answers about one target that lapse soon. */
export interface ExpiringOf {
  readonly target: StoredTarget;
  /** Ids of checks, the first to lapse first. */
  readonly checks: readonly string[];
}

/** A target that others joined, to somebody whose interest moved with them. */
export interface Joined {
  readonly into: StoredTarget;
  /** What the recipient's interests that moved there were recorded for. */
  readonly from: readonly StoredTarget[];
  /** Whether the recipient knew what they are in now, before they moved. */
  readonly isKnown: boolean;
}

/** What messages say is read when they are sent, and not when they were due. */
export interface MessageFacts {
  readonly details: MessageDetails;
  /** The interests that the messages are about, by id. */
  readonly interests: ReadonlyMap<string, PresentInterest>;
  /** What people call a team; with `known` that is its name, but for one's own. */
  readonly teamTitle: (team: string) => string;
  /** Counted interests in the target that nobody answered yet. */
  readonly open: number;
  /** What the recipient is asked to confirm. */
  readonly toConfirm: readonly PresentInterest[];
  readonly joined?: Joined;
  /** What the recipient can renew. */
  readonly expiring?: readonly ExpiringOf[];
  /** Where a message is about a phase. */
  readonly phases?: PhaseFacts;
}

/**
 * One notification, as people read it. It names teams, and a person only who
 * proposed or decided something.
 */
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
