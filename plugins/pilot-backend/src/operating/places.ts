import {
  removedText,
  statedTexts,
} from '@pilot-to-platform/plugin-pilot-common';
import { textColumns } from '../kernel/store/interests/interestRows';
import { withoutStatedText } from './withoutDetails';

/** Returns what becomes of a text. */
export type TextEraser = (text: string) => string | null;

const nothing: TextEraser = () => null;
const noAddress: TextEraser = () => '';
const aReason: TextEraser = () => removedText;

/** Place in a table where a person can stand, and what they wrote there. */
export interface Place {
  readonly table: string;
  /** Columns that tell a row from the others. */
  readonly key: readonly string[];
  /** Columns with a ref, and the texts of a row in which it is theirs. */
  readonly refs: Readonly<Record<string, Readonly<Record<string, TextEraser>>>>;
  /** Columns with texts of people, in which a ref can be quoted. */
  readonly texts?: readonly string[];
  /** Columns with JSON. */
  readonly json?: readonly string[];
  /** Fields of that JSON that are theirs where the row is. */
  readonly fields?: readonly string[];
}

/** Tables with a column `target_id`, whose rows are written while the target is locked. */
export const placesOfTargets: readonly Place[] = [
  {
    table: 'interest',
    key: ['id'],
    refs: {
      author: Object.fromEntries(
        statedTexts.map((key): [string, TextEraser] => [
          textColumns[key],
          text => withoutStatedText(key, text),
        ]),
      ),
      status_by: { status_note: nothing },
    },
    texts: [...Object.values(textColumns), 'status_note'],
  },
  {
    table: 'attestation',
    key: ['id'],
    refs: { by: { note: nothing, evidence: noAddress }, revoked_by: {} },
    texts: ['note', 'evidence'],
  },
  {
    table: 'waiver',
    key: ['id'],
    refs: { by: { reason: aReason }, revoked_by: {} },
    texts: ['reason'],
  },
  {
    table: 'check_result',
    key: ['target_id', 'check_id'],
    refs: { by: { note: nothing, evidence: nothing } },
    texts: ['note', 'evidence'],
  },
  {
    table: 'readiness_log',
    key: ['seq'],
    refs: { actor: {} },
    json: ['payload'],
    fields: ['note', 'evidence'],
  },
  {
    table: 'readiness_fact',
    key: ['target_id'],
    refs: {},
    json: ['answers', 'silent', 'subject'],
  },
  {
    table: 'proposal',
    key: ['id'],
    refs: {
      proposed_by: { reason: aReason },
      decided_by: { decision_reason: aReason },
    },
    texts: ['reason', 'decision_reason'],
    json: ['snapshot', 'decided_snapshot'],
  },
  {
    table: 'satisfaction',
    key: ['target_id', 'team', 'quarter'],
    refs: { by: { note: nothing } },
    texts: ['note'],
  },
];

/** A target itself: a User can own it. */
export const placeOfTarget: Place = {
  table: 'target',
  key: ['id'],
  refs: { owner: {} },
};

/** The log of a target; what it says is not emptied column by column. */
export const placeOfLog: Place = {
  table: 'interest_log',
  key: ['seq'],
  refs: { actor: {} },
  json: ['payload'],
};

/** Place of messages that wait to be sent to others. */
export const placeOfMessages: Place = {
  table: 'outbox',
  key: ['id'],
  refs: {},
  json: ['payload'],
};

/** Tables whose rows belong to no target. */
export const otherPlaces: readonly Place[] = [
  placeOfMessages,
  {
    table: 'dismissal',
    key: ['id'],
    refs: { by: { reason: aReason }, revoked_by: {} },
    texts: ['reason'],
  },
  { table: 'erasure', key: ['id'], refs: { by: {} } },
  {
    table: 'moved_ref',
    key: ['from_ref'],
    refs: { from_ref: {}, into_ref: {}, by: { reason: aReason } },
    texts: ['reason'],
  },
];

/** Rows that are of use to nobody else: they are deleted. */
export const forgottenRows: ReadonlyArray<{ table: string; ref: string }> = [
  { table: 'outbox', ref: 'recipient' },
  { table: 'message_sent', ref: 'recipient' },
  { table: 'request', ref: 'author' },
];
