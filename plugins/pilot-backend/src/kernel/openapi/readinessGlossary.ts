import { Meaning } from './Meaning';

const count = (description: string): Meaning => ({ description, minimum: 0 });
const fraction = (description: string): Meaning => ({
  description,
  minimum: 0,
  maximum: 1,
});
const at = (what: string) => `${what}; ISO 8601 in UTC`;

/** What the fields about readiness mean. */
export const readinessGlossary: Readonly<Record<string, string | Meaning>> = {
  // Checks
  'CheckList.items': 'The checks',
  'items.id': 'Of the check',
  dimension: 'What the check is about',
  question: 'What is asked',
  answer: 'How an answer comes about',
  'items.weight': count('What it counts'),
  'checks.weight': count('What it counts'),
  required: 'The phases that cannot begin before it passes or is waived',
  source:
    'Who answered: attestation, waiver, report, or the name of the automatic source; null where nobody did',
  'items.source': 'The automatic source that answers it; null without one',
  unseen:
    'What an automatic source found depends on something that you cannot see, or that the catalog does not have; to you it is not answered',
  attestationDays: 'Days that an attestation holds at most; null without any',
  report: 'Whether results may be reported for it',
  staleAfterDays: count('Days that an automatic or reported answer is trusted'),
  fix: 'What to do about it',
  text: 'In a sentence',
  link: 'Where; null where there is no page for it',
  'fix.by': 'Ref of the owner, who can fix it; null where nobody owns it',

  // Readiness
  'Readiness.asOf': at('The instant that it is exact for'),
  'Readiness.score': fraction('Over all checks that apply; null without one'),
  'Readiness.weakest':
    'The dimension with the lowest score; null where no check applies',
  'Readiness.weakestScore': fraction('Its score'),
  'Readiness.unknown': count('Of all that apply, those that nobody answered'),
  dimensions: 'The scores of the dimensions',
  applicable: count('Checks that apply'),
  passed: count('Checks that pass'),
  'dimensions.waived': count('Checks that are waived'),
  'dimensions.failed': count('Checks that fail'),
  unknown: count('Checks that nobody answered'),
  checks: 'Those to work on first, first; what does not apply last',
  verdict: 'What it comes to',
  'lastAnswer.verdict': 'What was answered last',
  evidence: 'A URL; null without one',
  'Attest.evidence': 'A link that a stranger could check',
  'checks.by':
    'User ref of who signed, or who reported; null for an automatic answer',
  'lastAnswer.by':
    'User ref of who signed, or who reported; null for an automatic answer',
  'checks.note': 'Why, in the words of whoever answered',
  'lastAnswer.note': 'Why, in the words of whoever answered',
  'checks.at': at('When it was answered'),
  'lastAnswer.lapsed':
    'ownerChanged where another owner came after it was signed; null otherwise',
  'lastAnswer.at': at('When it was answered'),
  expiresAt: at('When the answer lapses'),
  'Attest.expiresAt':
    'A day, until whose end in UTC it holds, or an instant; as long as the check allows, if absent',
  'Waive.expiresAt': 'A day, until whose end in UTC it holds, or an instant',
  expiresSoon: 'An answer that a person signed lapses within 30 days',
  lastAnswer: 'Of a check that is unknown or waived: what was answered last',
  attestation: 'The one that stands, to revoke it by',
  waiver: 'The one that stands, to revoke it by',
  'Readiness.gate':
    'What stands before the next phase of a Pilot; null for who may not read interest',
  collectedAt: at('When the automatic sources were last asked'),
  silent: 'The automatic sources that did not answer the last time',
  pilots: 'Pilots that the entity implements',
  'Readiness.approvers': 'Groups whose members waive',
  waiverDays: count('Days that a waiver holds at most'),
  'ReadinessByRefs.targets': 'Entity refs, at most 300',

  // What is said
  check: 'Id of the check',
  'Attest.verdict': 'Whether it holds',
  'Attest.note': 'What a reader should know',
  'Waive.reason': 'Why it can wait; everyone sees it',
  'Report.at': at('When it was found out; now if absent'),
  'Report.note': 'Why, in a sentence',
  accepted: count('How many were news'),
  'Reported.unchanged': count('How many were known already, or older'),
  'ReadinessLog.items': 'Newest first',
  'items.verdict': 'What was answered; null where it was taken back or waived',
  'items.by': 'User ref, or the service or source that answered',
  'items.at': at('When it holds from'),
  'items.note': 'Why, in the words of whoever answered',
};
