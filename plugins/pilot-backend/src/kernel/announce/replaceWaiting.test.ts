import { deepFreeze } from '../../__testUtils__/deepFreeze';
import { StoredInterest } from '../store/interests/interestRows';
import { Message, scopeOf } from './Message';
import { replaceWaiting } from './replaceWaiting';

const dueAt = new Date('2026-11-21T09:01:00.000Z');
const inbox: Message = {
  ...{ topic: 'inbox', recipient: 'user:default/ana', scope: scopeOf(7) },
  ...{ subject: 'i-1', payload: {}, dueAt },
};

const status = (
  was: StoredInterest['status'],
  now: StoredInterest['status'],
  notes: [string | null, string | null] = [null, null],
): Message => ({
  topic: 'status',
  recipient: 'user:default/ana',
  scope: 'target:7',
  subject: 'i-1',
  payload: { was, wasNote: notes[0], status: now, note: notes[1] },
  dueAt,
});

it.each<[string, Message, Message, Message | undefined]>([
  [
    'a second answer',
    status('open', 'acknowledged'),
    status('acknowledged', 'planned'),
    status('open', 'planned'),
  ],
  [
    'the way back',
    status('open', 'planned', [null, 'Soon']),
    status('planned', 'open', ['Soon', null]),
    undefined,
  ],
  [
    'the same status with another note',
    status('planned', 'open', ['Soon', null]),
    status('open', 'planned', [null, 'Later']),
    status('planned', 'planned', ['Soon', 'Later']),
  ],
  [
    'another status with the same note',
    status('open', 'planned', [null, 'Soon']),
    status('planned', 'declined', ['Soon', null]),
    status('open', 'declined'),
  ],
  ['two of another topic', inbox, inbox, inbox],
  [
    'one of another topic and an answer',
    inbox,
    status('open', 'planned'),
    status('open', 'planned'),
  ],
  [
    'an answer and one of another topic',
    status('open', 'planned'),
    inbox,
    inbox,
  ],
])('takes %s together', (_name, waiting, next, expected) => {
  expect(replaceWaiting(deepFreeze(waiting), deepFreeze(next))).toEqual(
    expected,
  );
});
