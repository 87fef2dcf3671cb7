import type { CheckDefinition } from '../../model/check';
import {
  automaticStaleDays,
  buildable,
  halfYearly,
  pilots,
  yearly,
} from './scopes';

const dimension = 'headcount';
const staleAfterDays = automaticStaleDays;

/** Checks on who will run it for others. */
export const headcountChecks: readonly CheckDefinition[] = [
  {
    id: `${dimension}.enough-people`,
    dimension,
    question: 'Are there enough people for the teams that use it?',
    answer:
      'From the catalog: the owner, or the Group that takes over, has at least two members and one for every four adopters; members of child Groups count once. Or the owner attests an inner-sourcing contract with the teams that use it.',
    weight: 2,
    required: ['platform'],
    appliesTo: pilots,
    source: 'catalog',
    attestation: halfYearly,
    report: false,
    staleAfterDays,
    options: { people: 2, adoptersPerPerson: 4 },
    fix: {
      text: 'Add people to the team, agree on inner sourcing with the teams that use it and attest that, or hand it off.',
      link: 'entity',
    },
  },
  {
    id: `${dimension}.two-operators`,
    dimension,
    question: 'Can at least two people operate it?',
    answer:
      'From the catalog: the owner, or the Group that takes over, has at least two members; members of child Groups count once. The owner can attest who is on the rota instead, or that there is only one.',
    weight: 2,
    required: ['platform'],
    appliesTo: pilots,
    source: 'catalog',
    attestation: halfYearly,
    report: false,
    staleAfterDays,
    options: { people: 2 },
    fix: {
      text: 'Put two names on the rota, then attest with a link to it.',
      link: 'entity',
    },
  },
  {
    id: `${dimension}.support`,
    dimension,
    question: 'Is there a support channel, and are there office hours?',
    answer:
      'From the catalog: it or its owner has a link of a support channel and one of office hours. Or the owner attests it.',
    weight: 1,
    required: ['platform'],
    appliesTo: buildable,
    source: 'catalog',
    attestation: halfYearly,
    report: false,
    staleAfterDays,
    fix: {
      text: 'Add links of type support and of type office-hours to metadata.links, of it or of its owner.',
      link: 'edit',
    },
  },
  {
    id: `${dimension}.platform-team`,
    dimension,
    question: 'Is it agreed who will be the platform team?',
    answer:
      'From the Pilot: spec.handOff names a Group of the catalog that takes over. Or the owner attests that it agreed to be the platform team.',
    weight: 2,
    required: ['platform'],
    appliesTo: pilots,
    source: 'pilot',
    attestation: yearly,
    report: false,
    staleAfterDays,
    fix: {
      text: 'Agree in the team to run it for others and attest that, or name who takes over in spec.handOff.',
      link: 'entity',
    },
  },
];
