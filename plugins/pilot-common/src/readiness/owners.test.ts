import { deepFreeze } from '../demand/__testUtils__/asks';
import type { StandingAttestation } from './answers';
import { type OwnedSince, recentOwners, underOwners } from './owners';
import { dayMs } from '../model/dayMs';

const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * dayMs);

/** `A0 B10`: A from the first day on, B from the tenth; `-` is nobody. */
const ownersOf = (text: string): OwnedSince[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map(each => ({
      at: day(Number(each.slice(1))),
      owner: each[0] === '-' ? null : each[0],
    }));

const attestation: StandingAttestation = {
  ...{ id: '1', check: 'docs.runbook', verdict: 'pass', note: null },
  ...{ evidence: 'https://x.example', by: 'user:default/ana' },
  at: day(5),
  expiresAt: day(100),
};

it.each([
  ['one owner', 'A0', undefined],
  ['nothing is known of owners', '', undefined],
  ['another owner afterwards', 'A0 B10', 10],
  ['another owner before', 'A0 B3', undefined],
  ['at the same instant', 'A0 B5', undefined],
  ['several owners afterwards', 'A0 B10 C20', 10],
  ['the former one comes back', 'A0 B10 A20', 10],
  ['nobody for a while', 'A0 -10 A20', undefined],
  ['nobody, and then another one', 'A0 -10 B20', 20],
  ['nobody at last', 'A0 -10', undefined],
  ['after it lapsed by itself', 'A0 B120', undefined],
])('an attestation under owners: %s', (_, owners, lapses) => {
  const [under] = underOwners(deepFreeze([attestation]), ownersOf(owners));
  expect(under).toEqual(
    lapses === undefined
      ? attestation
      : { ...attestation, expiresAt: day(lapses), lapsed: 'ownerChanged' },
  );
});

it.each([
  ['the present owner', 'A0', 100, 'A'],
  ['who owned it 30 days ago and a moment less', 'A0 B71', 100, 'A B'],
  ['not who left 30 days ago', 'A0 B70', 100, 'B'],
  ['an owner in between', 'A0 B80 A90', 100, 'A B'],
  ['a detour through several', 'A0 B80 C81 D82', 100, 'A B C D'],
  ['nobody is nobody', 'A0 -80', 100, 'A'],
  ['nobody since long', 'A0 -20', 100, ''],
  ['nothing is known', '', 100, ''],
])('recent owners: %s', (_, owners, now, expected) => {
  expect(recentOwners(deepFreeze(ownersOf(owners)), day(now))).toEqual(
    expected.split(' ').filter(Boolean),
  );
});
