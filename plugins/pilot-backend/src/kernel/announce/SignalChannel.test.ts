import { SignalChannel } from './SignalChannel';

const key = Buffer.alloc(32, 7);
const target = 'pilot:default/delta-sharing';
const at = (time: string) => new SignalChannel(key, () => new Date(time));

it('names a target the same all day, and otherwise the next one', () => {
  const morning = at('2026-11-30T00:00:00Z').of(target);
  const night = at('2026-11-30T23:59:59.999Z').of(target);
  const next = at('2026-12-01T00:00:00Z').of(target);
  expect(night).toBe(morning);
  const [day, name] = morning.split('.');
  const [nextDay, nextName] = next.split('.');
  expect([day, nextDay]).toEqual(['2026-11-30', '2026-12-01']);
  expect(nextName).not.toBe(name);
  expect(name).toMatch(/^[\w-]{22}$/);
});

it('names another target otherwise, and differs from portal to portal', () => {
  const now = () => new Date('2026-11-30T12:00:00Z');
  const names = [
    new SignalChannel(key, now).of(target),
    new SignalChannel(key, now).of('pilot:default/lake'),
    new SignalChannel(Buffer.alloc(32, 8), now).of(target),
  ];
  expect(new Set(names).size).toBe(3);
});
