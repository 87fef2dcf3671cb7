import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { InterestDecision } from './Decision';
import { messagesFor } from './messagesFor';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { NewLogEntry } from '../kernel/store/log/logRows';

const at = new Date('2026-11-21T09:00:00.000Z');
const dueAt = new Date('2026-11-21T09:01:00.000Z');
const owner = 'group:default/partner-tech';
const target = { id: 7, owner };
const ana = 'user:default/ana';

const ask = (change: Partial<StoredInterest> = {}) =>
  storedInterest('i-1', {
    ...{ author: ana, urgency: 'important', version: 1 },
    ...{ createdAt: at, updatedAt: at, confirmedAt: at },
    ...change,
  });
const became = (
  type:
    | 'recorded'
    | 'changed'
    | 'confirmed'
    | 'status'
    | 'withdrawn'
    | 'reopened',
  interest: StoredInterest,
  before?: StoredInterest,
  actor = 'user:default/dana',
): InterestDecision => ({
  before,
  interest,
  entry: {
    type,
    at,
    actor,
    id: 'i-1',
    change: {},
    state: interest,
  } as unknown as NewLogEntry as any,
});
const building = ask({ otherwise: 'build-own' });
const inbox = `inbox to ${owner} in target:7`;
const fragmentation = `fragmentation to ${owner} in target:7`;
const toAuthor = `status to ${ana} in target:7`;

describe('messagesFor', () => {
  it.each<[string, InterestDecision, string[]]>([
    ['a new interest', became('recorded', ask()), [inbox]],
    ['one that builds', became('recorded', building), [inbox, fragmentation]],
    ['one that waits', became('recorded', ask({ otherwise: 'wait' })), [inbox]],
    [
      'one that built',
      became('recorded', ask({ otherwise: 'built-own' })),
      [inbox],
    ],
    ['the team’s own', became('recorded', ask({ team: owner })), []],
    ['the owner’s own', became('recorded', ask({ author: owner })), []],
    ['nothing new', { before: ask(), interest: ask() }, []],
    ['more details', became('changed', ask({ useCase: 'x' }), ask()), []],
    ['a plan to build', became('changed', building, ask()), [fragmentation]],
    ['a plan that stands', became('changed', building, building), []],
    ['a plan given up', became('changed', ask(), building), []],
    ['a confirmation', became('confirmed', building, building), []],
    ['a withdrawal', became('withdrawn', ask({ withdrawn: true }), ask()), []],
    [
      'a return',
      became(
        'reopened',
        building,
        ask({ otherwise: 'build-own', withdrawn: true }),
      ),
      [inbox, fragmentation],
    ],
    [
      'an answer',
      became('status', ask({ status: 'planned' }), ask()),
      [toAuthor],
    ],
    [
      'an answer to oneself',
      became('status', ask({ status: 'planned' }), ask(), ana),
      [],
    ],
    [
      'an answer to one that builds',
      became(
        'status',
        ask({ otherwise: 'build-own', status: 'planned' }),
        building,
      ),
      [toAuthor],
    ],
  ])('after %s', (_name, decision, expected) => {
    const messages = messagesFor(deepFreeze(decision), target, at);
    expect(
      messages.map(
        each => `${each.topic} to ${each.recipient} in ${each.scope}`,
      ),
    ).toEqual(expected);
    for (const message of messages) {
      expect([message.subject, message.dueAt]).toEqual(['i-1', dueAt]);
    }
  });

  it('has nobody to tell where nobody owns the target', () => {
    const decision = became('recorded', building);
    expect(messagesFor(decision, { id: 7, owner: null }, at)).toEqual([]);
  });

  it('keeps what the author knew', () => {
    const before = ask({ status: 'planned', statusNote: 'Soon' });
    const after = ask({ status: 'declined', statusNote: 'No' });
    const [message] = messagesFor(became('status', after, before), target, at);
    expect(message.payload).toEqual({
      was: 'planned',
      wasNote: 'Soon',
      status: 'declined',
      note: 'No',
    });
  });
});
