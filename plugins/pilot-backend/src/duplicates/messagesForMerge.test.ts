import { deepFreeze } from '../__testUtils__/deepFreeze';
import { messagesForMerge } from './messagesForMerge';

const at = new Date('2026-11-21T09:00:00.000Z');
const dueAt = new Date('2026-11-21T09:01:00.000Z');
const ana = 'user:default/ana';

it('tells each author once, and not who did it', () => {
  const ben = 'user:default/ben';
  const authors = [ana, ben, ana, 'user:default/ada'];
  const by = 'user:default/ada';
  const merge = { from: 'Partner exports', into: 7, authors, by };
  expect(messagesForMerge(deepFreeze(merge), at)).toEqual(
    [ana, ben].map(recipient => ({
      topic: 'merge',
      recipient,
      scope: 'target:7',
      subject: 'Partner exports',
      payload: { from: 'Partner exports', into: 7 },
      dueAt,
    })),
  );
});

it('cuts a name that is longer than a message holds', () => {
  const merge = { from: 'x'.repeat(700), into: 7, authors: [ana], by: '' };
  const [message] = messagesForMerge(merge, at);
  expect(message.subject).toBe('x'.repeat(600));
  expect(message.payload).toEqual({ from: 'x'.repeat(700), into: 7 });
});
