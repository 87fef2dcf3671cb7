import type { CheckDefinition } from '../../model/check';
import { automaticStaleDays, pilots, running } from './scopes';

const dimension = 'automation';
const staleAfterDays = automaticStaleDays;

/** Checks on what works without anybody's hands. */
export const automationChecks: readonly CheckDefinition[] = [
  {
    id: `${dimension}.manual-steps`,
    dimension,
    question: 'Is every manual step automated?',
    answer:
      'From the Pilot: every one of spec.manualSteps names in automatedBy an entity of the catalog, or a link.',
    weight: 3,
    required: ['platform'],
    appliesTo: pilots,
    source: 'pilot',
    report: false,
    staleAfterDays,
    fix: {
      text: 'Automate the steps that are left, and say in spec.manualSteps[].automatedBy by what.',
      link: 'edit',
    },
  },
  {
    id: `${dimension}.onboarding-template`,
    dimension,
    question: 'Can a team onboard itself?',
    answer:
      'From the Pilot: a software template of the catalog automates one of its steps, or is linked in metadata.links.',
    weight: 2,
    required: ['platform'],
    appliesTo: pilots,
    source: 'pilot',
    report: false,
    staleAfterDays,
    fix: {
      text: 'Write a software template for a new team, and name it in spec.manualSteps[].automatedBy or link it in metadata.links.',
      link: 'create',
    },
  },
  {
    id: `${dimension}.monitoring`,
    dimension,
    question: 'Is it monitored?',
    answer:
      'From the catalog: it, or something that implements it, has a link or an annotation of a dashboard or an alert.',
    weight: 1,
    required: ['platform'],
    appliesTo: running,
    source: 'catalog',
    report: true,
    staleAfterDays,
    fix: {
      text: 'Add a link of type dashboard to metadata.links, or the annotation of your monitoring.',
      link: 'edit',
    },
  },
  {
    id: `${dimension}.hands-off-adopters`,
    dimension,
    question: 'Are adopters onboarded without hands?',
    answer:
      'From the records: at least four in five adopters of the last 180 days were served when no manual step was left. Not asked before there is one.',
    weight: 1,
    required: [],
    appliesTo: pilots,
    source: 'pilot',
    report: true,
    staleAfterDays,
    options: { share: 0.8, days: 180 },
    fix: {
      text: 'Automate the steps that are left: adopters who come afterwards count as onboarded without hands.',
      link: 'edit',
    },
  },
];
