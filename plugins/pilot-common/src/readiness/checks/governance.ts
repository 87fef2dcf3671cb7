import type { CheckDefinition } from '../../model/check';
import {
  automaticStaleDays,
  buildable,
  halfYearly,
  pilots,
  yearly,
} from './scopes';

const dimension = 'governance';

/** Declares a check that the owner signs, with evidence. */
function attested(
  slug: string,
  check: Pick<CheckDefinition, 'question' | 'weight' | 'required'> & {
    readonly fix: string;
    readonly report?: boolean;
    readonly attestation?: CheckDefinition['attestation'];
  },
): CheckDefinition {
  const { fix, report = false, attestation = yearly, ...rest } = check;
  return {
    ...rest,
    id: `${dimension}.${slug}`,
    dimension,
    answer: report
      ? 'The owner attests it with a link to the evidence, or a service reports it.'
      : 'The owner attests it with a link to the evidence.',
    appliesTo: pilots,
    attestation,
    report,
    staleAfterDays: 30,
    fix: { text: fix, link: 'entity' },
  };
}

/** Checks on who answers for it, and under which rules others can use it. */
export const governanceChecks: readonly CheckDefinition[] = [
  {
    id: `${dimension}.owner`,
    dimension,
    question: 'Does a team own it?',
    answer:
      'From the catalog: the owner is a Group that the catalog knows. A single person is not enough.',
    weight: 2,
    required: ['platform'],
    appliesTo: buildable,
    source: 'catalog',
    report: false,
    staleAfterDays: automaticStaleDays,
    fix: {
      text: 'Set spec.owner to a Group that is in the catalog.',
      link: 'edit',
    },
  },
  attested('security-review', {
    question: 'Was its security reviewed?',
    weight: 2,
    required: ['platform'],
    report: true,
    fix: 'Ask for a security review, then attest with a link to its result.',
  }),
  attested('data-classes', {
    question: 'Are the classes of its data and its compliance duties stated?',
    weight: 1,
    required: ['platform'],
    fix: 'Write down which classes of data it handles and which rules apply, then attest with a link.',
  }),
  attested('approval-workflow', {
    question: 'Is it said what is self-serve and what needs a review?',
    weight: 1,
    required: ['platform'],
    fix: 'Write down which requests are self-serve, which are reviewed and by whom, then attest with a link.',
  }),
  attested('service-levels', {
    question: 'Are service levels agreed?',
    weight: 1,
    required: ['platform'],
    report: true,
    attestation: halfYearly,
    fix: 'Agree on availability, latency and freshness with the teams that use it, then attest with a link.',
  }),
  attested('cost-allocation', {
    question: 'Is it clear who pays for what?',
    weight: 1,
    required: [],
    fix: 'Decide how the costs are shared among the teams, then attest with a link.',
  }),
  attested('tenancy', {
    question: 'Are several teams kept apart on it?',
    weight: 2,
    required: ['platform'],
    fix: 'Show that one team cannot see, change or exhaust what belongs to another, then attest with a link.',
  }),
];
