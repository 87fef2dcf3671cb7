import { phaseGlossary } from './phaseGlossary';
import { readinessGlossary } from './readinessGlossary';
import { Meaning } from './Meaning';

const count = (description: string): Meaning => ({ description, minimum: 0 });
const fraction = (description: string): Meaning => ({
  description,
  minimum: 0,
  maximum: 1,
});
const score = (description: string): Meaning => ({
  description,
  minimum: 0,
  maximum: 100,
});
const at = (what: string) => `${what}; ISO 8601 in UTC`;

/**
 * What the fields of the API mean, with units and ranges: one word, one meaning.
 * `parent.field` is for the few that mean something else there; the parent is the
 * field around it, or the schema.
 */
export const glossary: Readonly<Record<string, string | Meaning>> = {
  ...readinessGlossary,
  ...phaseGlossary,

  // Who and what
  id: 'Of an interest',
  'Dismissed.id': 'Of the dismissal, to take it back by',
  'dismissed.id': 'Of the dismissal, to take it back by',
  interest: 'Its id',
  'Policy.interest': 'What can be recorded',
  target: 'Entity ref, full and lower-case',
  targets: 'Entity refs, at most 500',
  'Redated.targets': count(
    'Entities of which something is dated later than now',
  ),
  now: at("What the database's clock shows"),
  'Redated.rows': 'How many rows are dated later than now, by table',
  targetTitle: 'The title that the catalog shows; null where it has none',
  targetGone:
    'The catalog does not know the target any more, or its author cannot see it',
  movedAway:
    'A merge moved it to something that its author cannot see; target is what it was recorded for',
  team: 'Ref of a Group',
  'RecordInterest.team':
    'Ref of a Group; its kind and namespace may be left out',
  author: 'User ref; null where authors are not shown, unless it is the caller',
  owner: 'Ref of a Group or User; null where the catalog has none',
  system: 'Ref of a System; null where there is none',
  division: 'Ref of the Group above the owner; null where there is none',
  kind: 'Kind of the target',
  'PolicyPreviewRequest.kind': 'The kind to rank; Pilot if absent',
  title: 'As the catalog shows it; null where it has none',
  type: 'spec.type of the entity; null where there is none',
  'markers.type': 'What happened',
  'ExchangeLine.type': 'What the line is',
  phase: 'Of Pilots',
  phaseSince: at('Since when the Pilot is in its phase'),
  by: 'User ref of who did it; null where authors are not shown',
  at: at('When'),

  // An interest
  requestId:
    'Names this request for seven days, so that it can be sent again however late',
  useCaseKey: 'Tells apart several use cases of one person and team',
  onBehalf: 'Recorded for a team that the author does not belong to',
  urgency: 'Weighs 1/3, 2/3 or 1; important if absent',
  useCase: 'What it is needed for',
  alternative: 'What the team does today instead',
  neededBy: 'A day; today or later when newly set',
  expectedUsage: 'How much use there will be',
  otherwise: 'What the team does if it does not come',
  contribute: 'The team would help to build it',
  specificity: fraction('How much of the ask is described'),
  'demand.specificity': 'What each described detail adds; adds up to 1',
  'specificity.useCase': fraction('For a described use case'),
  'specificity.alternative': fraction('For a stated alternative'),
  'specificity.neededBy': fraction('For a day'),
  'specificity.expectedUsage': fraction('For an expected usage'),
  'specificity.contribute': fraction('For the offer to help'),

  internal: 'From the owner of the target: recorded, without weight',
  status: 'Where the interest stands',
  statusNote: 'What the owner wrote to the author',
  note: 'What its author reads; declining needs it',
  statusAt: at('When the owner last answered'),
  statusBy: 'User ref of who last answered; null where authors are not shown',
  createdAt: at('When it was recorded'),
  confirmedAt: at('When it was last confirmed; its age runs from here'),
  updatedAt: at('The last change of any kind'),
  confirmDue: 'The author is asked to confirm or withdraw',
  version: 'Grows with each change; what an answer was made on',
  can: 'By action: true, or the code of the reason why not',
  current: 'The interest as it stands',
  reason: 'Why; it is kept in the log',

  // Demand
  'Policy.demand': 'How scores are made',
  'PolicyPreviewRequest.demand': 'How scores would be made',
  asOf: at('The instant that the scores are exact for'),
  'DemandByRefs.asOf': 'A date or an instant in the past; now if absent',
  score: score('The demand; never 100 itself'),
  level: 'The score in a word',
  trend: 'Against 28 days earlier, within two points',
  growth: 'Points of score gained over 30 days; below 0 where it fell',
  'weights.number': fraction('Exponent of V, made from N'),
  'weights.breadth': fraction('Exponent of B, made from T'),
  'weights.specific': fraction('Exponent of C, made from M'),
  'halfPoints.number': count('For N, in asks'),
  'halfPoints.breadth': count('For T, in teams'),
  'halfPoints.specific': count('For M, in teams with described asks'),
  number: count('The sum N: more asks count, repeats of a team ever less'),
  breadth: count('The sum T: each team once, at its strongest'),
  specific: count('The sum M: each team once, at its most concrete'),
  parts: 'The three factors of the score',
  'parts.key': 'Which part',
  key: 'Names a group as long as the same targets are in it',
  raw: count('The sum N, T or M'),
  value: fraction('The sum, saturated'),
  weight: fraction('Exponent of the geometric mean'),
  contribution: fraction(
    'value to the power of weight; the product of all three, times 100, is the score',
  ),
  counts: 'What the score is made from, to count with',
  interests: count('Interests that weigh in the score'),
  'items.interests': count('Interests that are kept'),
  teams: count('Distinct teams with counted interest'),
  'Demand.teams': 'The teams and their shares, highest first',
  useCases: count('Counted interests that describe a use case'),
  adopters: count('Teams that are served already'),
  'counts.internal': count('Interests of the owner, without weight'),
  share: fraction("The team's part of the score; all add up to 1"),
  adopter: 'The team is served already',
  raise: 'What would raise the score, highest gain first',
  gain: 'Points of the score',
  code: 'Names the reason or the suggestion',
  rollUp: 'Entities that implement the Pilot, and the interest through them',
  unconfirmed:
    'What the Pilot says that it is implemented by, and whose owner has not confirmed it; its interest does not count',
  rules:
    'The rules that the numbers are used by: they change with a release, never by configuration',
  elsewhere:
    'Who was counted elsewhere, without names: shown, and never part of the score; absent where nobody was',
  source: 'Where they were counted, such as a forum',
  'elsewhere.count': count('How many were counted'),
  'ExchangeLine.count': count('How many were counted'),
  policy: 'Fingerprint of the policy that made the score',
  watch: 'Names the target in the messages that say whose demand changed',
  mergedInto: 'The target that its interest was moved to',
  newestAt: at('When the newest counted interest was recorded'),
  weeks: 'The scores of 13 weeks, oldest first, the last one now',
  'DemandByRefs.weeks': 'Also the scores of 13 weeks',

  // Lists
  items: 'The rows',
  nextCursor: 'For the next page; only its absence ends the list',
  total: count('How many there are on all pages, on request'),
  rankedAt: at('Since when at the earliest the stored order stands'),
  changed: count('Targets of the list that changed since its first page'),

  // History
  from: 'The target that gives its interest',
  'DemandHistory.from': 'The first day',
  to: 'The last day',
  step: { description: 'Days between two points', minimum: 1 },
  points: 'The scores, oldest first',
  markers: 'What bends the curve',
  declared: 'Declared in the catalog at first sight, and not decided',
  summary: 'The same in a few numbers',
  first: score('The first score'),
  last: score('The last score'),
  since: at('Since when'),
  'summary.since': at('When the first interest was recorded; null if none was'),
  policyChanges: 'When the policy changed; ISO 8601 in UTC',

  // Duplicates
  similarity: fraction('How much alike'),
  reasons: 'Why they look alike',
  capability: 'The capability that they share',
  words: 'The shared words that tell most',
  groups: 'Targets that teams are about to build twice, most teams first',
  members: 'The targets that look alike',
  'groups.otherwise': 'Who builds, has built or buys their own',
  dismissed: 'Who said that it is no duplicate; null where nobody has',
  into: 'The target that gets the interest',
  moved: count('How many interests were moved'),
  'PolicyPreview.moved': count('How many targets change rank'),
  goneAt: at('When the catalog was first seen without it'),

  // Policy
  fingerprint: 'Names the policy',
  halfLifeDays: {
    description: 'Days after which an unconfirmed interest weighs half',
    minimum: 7,
  },
  weights: 'Exponents of the geometric mean; add up to 1',
  halfPoints: 'The sum at which a part is half-way to saturation',
  levels: 'The score from which a level begins',
  'PolicyPreview.levels': 'How many targets are at each level',
  emerging: score('Where emerging begins'),
  strong: score('Where strong begins'),
  proven: score('Where proven begins'),
  allowedKinds: 'Kinds that interest can be in',
  confirmAfterDays: count('Days after which an author is asked to confirm'),
  teamTypes:
    'spec.type of the Groups that count as teams, in lower case; all if absent',
  childTeams:
    'Whether the people of child Groups belong to the Groups above, too',
  caller: 'Who asks, as the portal takes them',
  'caller.teams': 'Teams that the caller can record for',
  'caller.groups': 'Groups that the caller acts for',
  approver: 'Whether the caller belongs to the approvers',
  problems:
    'What the configuration names and the catalog does not have, a sentence each; only for administrators',
  privacy: 'What is shown of persons',
  showAuthors: 'Off: teams are shown, and not who recorded an interest',
  decisions: 'Who decides',
  approvers: 'Groups whose members approve',
  limit: count('How many to answer, those that move most first; 50 if absent'),
  ranked: count('How many targets were ranked'),
  relevelled: count('How many targets change level'),
  before: 'Under the policy in force',
  after: 'Under the policy that was tried',
  rank: { description: '1 is the highest; equal scores share one', minimum: 1 },

  // Exchange
  imported: count('Lines that brought something new, those that wait included'),
  unchanged: count('Lines that stood already'),
  'ImportResult.changed': count(
    'Lines after which an interest that stood says something else',
  ),
  checked: count('Targets that were compared'),
  different: 'Targets of which something is stored otherwise than the log says',
  'different.parts':
    'What is different: interests, facts of the catalog, sums of teams, its own, past days, its place in the feed, or a row that cannot be read',
  notReplayable:
    'Targets that are left alone: their log or row holds what this release cannot read',
  rebuilt: count('Targets that were written anew'),
  next: 'What to send as after for the next page; absent from the last one',
  'MaintenancePage.after': 'The next of the page before',
  'MaintenancePage.targets': 'Which; a page of all of them if absent',
  'MaintenancePage.limit': count('How many targets at most'),
  'EverythingImported.rows': count('Rows that the file holds'),
  'EverythingImported.unchanged':
    'Whether the file was imported before, so that nothing was done',
  waiting: count(
    'Lines that are kept and do not count yet: what they name is missing',
  ),
  orphaned:
    'Targets, teams and authors that the catalog does not know; what names them is kept and counts once it does',
  failed: 'Lines that could not be taken over',
  line: { description: 'Number of the line, from 1', minimum: 1 },

  // Persons
  withdrawn: 'Interests that were withdrawn now, or would be',
  'items.targets': count('Targets that it is in'),
  person: 'User ref',
  dryRun: 'Only counts what would change; nothing is written',
  pseudonym:
    'User ref that stands where theirs stood; null where nothing was erased',
  places: 'Tables in which rows changed, or would change',
  table: 'Of the database of the plugin',
  rows: count('Rows of it'),

  // Errors
  error: 'What went wrong',
  name: 'Of the error, such as NotFoundError',
  message: 'For people: names the field and the fix',
  request: 'What was asked',
  method: 'Of the request',
  url: 'Of the request, below the path of the plugin',
  response: 'What was answered',
  statusCode: 'The HTTP status',
};
