import { StoredProposal } from '../../kernel/store/proposals/proposalRows';
import { MessageDetails } from '../../kernel/config/MessageDetails';
import { StoredTarget } from '../../kernel/store/targets/targetRows';
import { StoredInterest } from '../../kernel/store/interests/interestRows';

/** An interest as it stands when its message is about to be sent. */
export interface PresentInterest {
  readonly interest: StoredInterest;
  readonly target: StoredTarget;
  /**
   * The target that may be named to its author: with `known` the one they
   * recorded it for, wherever merges moved it since, by the title that they last
   * saw.
   */
  readonly askedFor: StoredTarget;
}

/** A proposal as it stands when its message is about to be sent. */
export interface PresentProposal {
  readonly proposal: StoredProposal;
  readonly target: StoredTarget;
}

/** Target that a recipient asked for, and since when. */
export interface AskedFor {
  /** With `known` what they recorded it for, wherever merges moved it since. */
  readonly target: StoredTarget;
  readonly since: Date;
}

/** Facts that the messages about phases say. */
export interface PhaseFacts {
  /** The proposals that the messages are about, by id. */
  readonly proposals: ReadonlyMap<string, PresentProposal>;
  /** Targets of these that the recipient still asks for, by id. */
  readonly asked: ReadonlyMap<number, AskedFor>;
  /** Steps that need no owner's hands once it is a platform. */
  readonly offers: readonly string[];
  /** Groups whose members decide. */
  readonly approvers: readonly string[];
  /** Returns what people call a person; with `known` their name in the catalog. */
  readonly personName: (user: string) => string;
}

/** Answers about one target that lapse soon. */
export interface ExpiringOf {
  readonly target: StoredTarget;
  /** Ids of checks, the first to lapse first. */
  readonly checks: readonly string[];
}

/** A target that others joined, to somebody whose interest moved with them. */
export interface JoinedTarget {
  readonly into: StoredTarget;
  /** Targets that the recipient recorded the interests for that moved there. */
  readonly from: readonly StoredTarget[];
  /** True where the recipient knew what they are in now, before they moved. */
  readonly isKnown: boolean;
}

/** Facts for messages, read when they are sent, and not when they were due. */
export interface MessageFacts {
  readonly details: MessageDetails;
  /** The interests that the messages are about, by id. */
  readonly interests: ReadonlyMap<string, PresentInterest>;
  /** Returns what people call a team; with `known` its name, but for one's own. */
  readonly teamTitle: (team: string) => string;
  /** Counted interests in the target that nobody answered yet. */
  readonly open: number;
  /** Interests that the recipient is asked to confirm. */
  readonly toConfirm: readonly PresentInterest[];
  readonly joined?: JoinedTarget;
  /** Answers that the recipient can renew. */
  readonly expiring?: readonly ExpiringOf[];
  /** Present where a message is about a phase. */
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
  /** Person who knows already. */
  readonly exclude?: string;
}
