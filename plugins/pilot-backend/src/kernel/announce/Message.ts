import { StoredInterest } from '../store/interests/interestRows';

/** Contents of messages by topic, beside what is read when they are sent. */
export interface MessagePayloads {
  /** Status and note that the author last knew of, and the new ones. */
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
  /** An owner's proposal that was decided. */
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
    /** Id of the interest or proposal that it is about, or the scope itself. */
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

/** Returns the scope of all messages about one target: they go together. */
export function scopeOf(targetId: number): string {
  return `target:${targetId}`;
}
