import { StoredInterest } from '../store/interests/interestRows';

/** What the messages of a topic say beside what is read when they are sent. */
export interface MessagePayloads {
  /** Where the author last knew the interest to stand. */
  readonly status: {
    readonly was: StoredInterest['status'];
    readonly wasNote: string | null;
    readonly status: StoredInterest['status'];
    readonly note: string | null;
  };
  readonly inbox: Readonly<Record<string, never>>;
  readonly fragmentation: Readonly<Record<string, never>>;
  readonly confirm: Readonly<Record<string, never>>;
  /** The target that joined another, as it was called. */
  readonly merge: { readonly from: string; readonly into: number };
  /** A decided phase; `through` is what the recipient asked for, if not the Pilot. */
  readonly phase: { readonly through: number | null };
  /** A proposal that waits for its decision. */
  readonly decision: Readonly<Record<string, never>>;
  /** What an owner's proposal came to. */
  readonly decided: Readonly<Record<string, never>>;
  /** Answers that lapse soon. */
  readonly expiry: Readonly<Record<string, never>>;
}

export type MessageTopic = keyof MessagePayloads;

/**
 * Somebody is to hear of something. The messages of one recipient and scope
 * that wait at the same time become one.
 */
export type Message = {
  readonly [Topic in MessageTopic]: {
    readonly topic: Topic;
    /** Ref of a User, or of the Group that owns a target. */
    readonly recipient: string;
    readonly scope: string;
    /** What it is about: the id of an interest or proposal, or the scope itself. */
    readonly subject: string;
    readonly payload: MessagePayloads[Topic];
    readonly dueAt: Date;
  };
}[MessageTopic];

/** A message of one topic. */
export type MessageOf<Topic extends MessageTopic> = Extract<
  Message,
  { readonly topic: Topic }
>;

/** So long a message waits, so that an undo leaves none. */
export const undoMs = 60_000;

/** What is about one target goes together, whatever it is. */
export function scopeOf(targetId: number): string {
  return `target:${targetId}`;
}
