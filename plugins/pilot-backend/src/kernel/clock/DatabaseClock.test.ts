import { DatabaseClock } from './DatabaseClock';

const start = new Date('2026-11-20T12:00:00Z');
const at = (ms: number) => start.getTime() + ms;

describe('the clock of the database', () => {
  let count: number;
  const clockFrom = (offset: number) => {
    count = 1000;
    return new DatabaseClock(new Date(at(offset)), () => count);
  };

  it.each([
    ['ahead', 3_600_000],
    ['behind', -3_600_000],
    ['right', 0],
  ])('is followed from a process that is %s', (_, offset) => {
    const clock = clockFrom(offset);
    count = 1010;
    expect(clock.follow({ at: at(5), sent: 1000, received: 1010 })).toEqual(
      new Date(at(5)),
    );
    expect(clock.now()).toEqual(new Date(at(10)));
    count = 2010;
    expect(clock.now()).toEqual(new Date(at(1010)));
  });

  it('is never earlier than what was read last', () => {
    const clock = clockFrom(0);
    for (const [sent, received, read] of [
      [1000, 1010, 0],
      [1020, 1500, 490],
      [1600, 1601, 591],
    ]) {
      count = received;
      clock.follow({ at: at(read), sent, received });
      expect(clock.now().getTime()).toBeGreaterThanOrEqual(at(read));
    }
  });

  it('believes the reading that took least', () => {
    const clock = clockFrom(0);
    clock.follow({ at: at(1), sent: 1000, received: 1002 });
    // A slow one that says the same is of no use.
    clock.follow({ at: at(101), sent: 1090, received: 1190 });
    count = 1200;
    expect(clock.now()).toEqual(new Date(at(200)));
    expect(clock.doubt).toBe(1);
  });

  it('is followed when it was set, forth and back', () => {
    const clock = clockFrom(0);
    clock.follow({ at: at(1), sent: 1000, received: 1002 });
    for (const step of [60_000, -60_000]) {
      clock.follow({ at: at(step + 101), sent: 1100, received: 1102 });
      count = 1101;
      expect(clock.now()).toEqual(new Date(at(step + 101)));
    }
  });
});
