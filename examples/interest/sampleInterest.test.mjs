import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSamples, refOf } from '../readSamples.mjs';
import { sampleDemand } from './sampleDemand.mjs';
import { sampleInterest } from './sampleInterest.mjs';

const firstStart = new Date('2026-11-20T14:00:00Z');
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

const text = sampleInterest(firstStart);
const lines = text.map(line => JSON.parse(line));
const interests = lines.filter(line => line.type === 'interest');
const statuses = lines.filter(line => line.type === 'status');
const entities = new Map(
  readSamples().map(({ entity }) => [refOf(entity), entity]),
);
const ownerOf = ref =>
  `group:default/${entities.get(ref).spec.owner}`.replace(
    'group:default/group:',
    'group:default/',
  );
const keyOf = ({ target, team, author, useCaseKey }) =>
  [target, team, author, useCaseKey].join(' ');
const startOf = line => Date.parse(line.createdAt ?? line.at);
const memberOf = (author, team) =>
  entities
    .get(author)
    .spec.memberOf.some(name => team === `group:default/${name}`);

test('has a year of lines', () => {
  assert.ok(lines.length >= 120 && lines.length <= 300, `${lines.length}`);
  assert.ok(firstStart - startOf(lines[0]) > 350 * dayMs);
});

test('stays within the year, and some hours before the first start', () => {
  for (const line of lines) {
    for (const field of ['createdAt', 'confirmedAt', 'at']) {
      if (field in line) {
        const age = firstStart - Date.parse(line[field]);
        assert.ok(age <= 365 * dayMs && age >= 2 * hourMs, line[field]);
      }
    }
  }
  assert.ok(firstStart - startOf(lines.at(-1)) < 12 * hourMs);
});

test('runs from the oldest line to the newest', () => {
  const starts = lines.map(startOf);
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
  );
});

test('is the same for the same date, and moves with the date', () => {
  assert.deepEqual(sampleInterest(new Date(firstStart)), text);
  const later = sampleInterest(new Date(firstStart.getTime() + dayMs));
  assert.equal(startOf(JSON.parse(later[0])), startOf(lines[0]) + dayMs);
});

test('refuses a date that is none', () => {
  assert.throws(() => sampleInterest(new Date('soon')), /valid date/);
});

test('has the fields and words of the import format', () => {
  const fields = {
    interest:
      'alternative author confirmedAt contribute createdAt expectedUsage neededBy otherwise target team type urgency useCase useCaseKey',
    status: 'at author by note status target team type useCaseKey',
  };
  const words = {
    urgency: ['nice-to-have', 'important', 'critical'],
    otherwise: [null, 'wait', 'build-own', 'built-own', 'buy'],
    status: ['acknowledged', 'planned', 'adopted', 'declined', 'withdrawn'],
  };
  for (const line of lines) {
    assert.equal(Object.keys(line).sort().join(' '), fields[line.type]);
    assert.match(line.useCaseKey, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.match(line.neededBy ?? '2026-01-01', /^\d{4}-\d\d-\d\d$/);
    for (const [field, allowed] of Object.entries(words)) {
      if (field in line) assert.ok(allowed.includes(line[field]), line[field]);
    }
  }
});

test('uses every word that an interest can say', () => {
  const seen = field => new Set(lines.map(line => line[field]));
  assert.equal(seen('urgency').size, 3 + 1);
  assert.equal(seen('otherwise').size, 4 + 2);
  assert.equal(seen('status').size, 5 + 1);
});

test('asks only for samples of the allowed kinds', () => {
  const kinds = ['API', 'Component', 'Pilot', 'Resource', 'System'];
  for (const { target } of lines) {
    assert.ok(kinds.includes(entities.get(target)?.kind), target);
  }
});

test('lets people ask only for their teams', () => {
  for (const { author, team } of interests) {
    assert.ok(memberOf(author, team), `${author} in ${team}`);
    assert.equal(entities.get(team).spec.type, 'team');
  }
});

test('keeps one interest per person, team, target and use case', () => {
  assert.equal(new Set(interests.map(keyOf)).size, interests.length);
});

test('changes the status only of what was asked before', () => {
  const asked = new Map(interests.map(line => [keyOf(line), line]));
  for (const status of statuses) {
    const interest = asked.get(keyOf(status));
    assert.ok(interest && startOf(interest) < startOf(status), keyOf(status));
  }
});

test('lets authors withdraw and owners do everything else', () => {
  for (const { status, by, author, target } of statuses) {
    if (status === 'withdrawn') assert.equal(by, author);
    else assert.ok(memberOf(by, ownerOf(target)), `${by} owns ${target}`);
  }
});

test('declines with a reason', () => {
  const declined = statuses.filter(({ status }) => status === 'declined');
  assert.ok(declined.length >= 3);
  assert.ok(declined.every(({ note }) => note?.length > 20));
});

test('has internal interest, and one team that repeats itself', () => {
  const internal = interests.filter(i => i.team === ownerOf(i.target));
  assert.ok(internal.length >= 5);
  const repeats = interests.filter(
    i =>
      i.target === 'resource:default/partner-lake' &&
      i.team === 'group:default/ads',
  );
  assert.ok(repeats.length >= 6);
});

test('has a component that two teams adopted', () => {
  const adopters = statuses
    .filter(s => s.target === 'component:default/preview-environments')
    .filter(s => s.status === 'adopted')
    .map(s => s.team);
  assert.deepEqual(adopters.sort(), [
    'group:default/checkout',
    'group:default/search',
  ]);
});

const demand = (pilot, daysAgo) =>
  sampleDemand({
    lines,
    targets: [
      pilot,
      ...(entities.get(pilot).spec.implementedBy ?? []).map(ref =>
        ref.replace(':', ':default/'),
      ),
    ],
    owner: ownerOf(pilot),
    at: new Date(firstStart - daysAgo * dayMs),
  });

test('makes partner data sharing strong, rising, from every division', () => {
  const now = demand('pilot:default/delta-sharing', 0);
  assert.ok(now.score >= 40 && now.score < 60, `${now.score}`);
  const before = demand('pilot:default/delta-sharing', 28).score;
  assert.ok(now.score - before > 2, `${before} to ${now.score}`);
  const divisions = now.teams.map(team => entities.get(team).spec.parent);
  assert.equal(new Set(divisions).size, 4);
});

test('makes feature flags emerging', () => {
  const { score } = demand('pilot:default/feature-flags', 0);
  assert.ok(score >= 20 && score < 40, `${score}`);
});

for (const [level, from, below, pilots] of [
  [
    'faint',
    0.1,
    20,
    ['partner-exports', 'carrier-labels', 'price-experiments'],
  ],
  ['emerging', 20, 40, ['price-changes', 'address-check', 'return-labels']],
  ['strong', 40, 60, ['test-data', 'event-replay', 'service-credentials']],
  ['proven', 60, 100, ['change-previews']],
]) {
  for (const pilot of pilots) {
    test(`makes ${pilot} ${level}`, () => {
      const { score } = demand(`pilot:default/${pilot}`, 0);
      assert.ok(score >= from && score < below, `${score}`);
    });
  }
}

test('asks for shelf counting in its own team alone', () => {
  const teams = interests
    .filter(({ target }) => target === 'pilot:default/shelf-counting')
    .map(({ team }) => team);
  assert.deepEqual(teams, ['group:default/fulfilment']);
});

for (const author of ['priya', 'tomas']) {
  test(`waits for a confirmation of ${author}`, () => {
    const done = new Set(
      statuses
        .filter(({ status }) =>
          ['adopted', 'declined', 'withdrawn'].includes(status),
        )
        .map(keyOf),
    );
    const due = interests.filter(
      interest =>
        interest.author === `user:default/${author}` &&
        !done.has(keyOf(interest)) &&
        firstStart - Date.parse(interest.confirmedAt) > 120 * dayMs,
    );
    assert.ok(due.length >= 2, `${due.length}`);
  });
}

for (const target of [
  'component:default/recipient-console',
  'component:default/delivery-promise',
  'api:default/campaign-api',
  'resource:default/ledger-db',
  'pilot:default/evening-slots',
]) {
  test(`nobody has asked for ${target}`, () => {
    assert.ok(entities.has(target));
    assert.ok(!lines.some(line => line.target === target));
  });
}

for (const target of [
  'pilot:default/delta-sharing',
  'api:default/recipient-api',
  'component:default/delta-share-server',
  'api:default/stock-api',
  'component:default/returns-portal',
  'resource:default/partner-lake',
]) {
  test(`nobody in Payments has asked for ${target} yet`, () => {
    assert.ok(lines.some(line => line.target === target));
    assert.ok(
      !lines.some(
        line =>
          line.target === target && line.team === 'group:default/payments',
      ),
    );
  });
}

test('prints the lines for a date on the command line', () => {
  const script = fileURLToPath(new URL('sampleInterest.mjs', import.meta.url));
  const printed = execFileSync(
    process.execPath,
    [script, firstStart.toISOString()],
    { encoding: 'utf8' },
  );
  assert.equal(printed, `${text.join('\n')}\n`);
});
