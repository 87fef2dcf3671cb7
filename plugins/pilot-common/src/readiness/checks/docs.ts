import type { CheckDefinition } from '../../model/check';
import { automaticStaleDays, buildable, callable, pilots } from './scopes';

const dimension = 'docs';

/** A document that the published TechDocs must have. */
function documented(
  slug: string,
  check: Pick<
    CheckDefinition,
    'question' | 'weight' | 'required' | 'appliesTo'
  > & { readonly page: string; readonly content: string },
): CheckDefinition {
  const { page, content, ...rest } = check;
  return {
    ...rest,
    id: `${dimension}.${slug}`,
    dimension,
    answer: `From TechDocs: the published site of it, or of what implements it, has a page or a heading called ${page}.`,
    source: 'techdocs',
    report: true,
    staleAfterDays: automaticStaleDays,
    fix: {
      text: `Add a page called ${page} to its TechDocs: ${content}. Then publish them.`,
      link: 'docs',
    },
  };
}

/** Checks on what somebody who was not there needs to read. */
export const docsChecks: readonly CheckDefinition[] = [
  documented('getting-started', {
    question: 'Can a new team get started from the documentation?',
    weight: 2,
    required: ['platform'],
    appliesTo: buildable,
    page: 'Getting started',
    content: 'the way of a new team to its first success, step by step',
  }),
  {
    id: `${dimension}.api-reference`,
    dimension,
    question: 'Is there a reference of its interface?',
    answer:
      'From the catalog: it is an API with a definition, or one implements it or is provided by what implements it. Or from TechDocs: a page or a heading called API reference.',
    weight: 1,
    required: ['platform'],
    appliesTo: callable,
    source: 'techdocs',
    report: true,
    staleAfterDays: automaticStaleDays,
    fix: {
      text: 'Register the API with its definition and name it in spec.implementedBy or spec.providesApis, or add a page called API reference to the TechDocs.',
      link: 'edit',
    },
  },
  documented('examples', {
    question: 'Are there examples to copy?',
    weight: 1,
    required: ['platform'],
    appliesTo: callable,
    page: 'Examples',
    content: 'code that runs when it is copied',
  }),
  documented('troubleshooting', {
    question: 'Are known problems and their solutions written down?',
    weight: 1,
    required: ['platform'],
    appliesTo: buildable,
    page: 'Troubleshooting',
    content: 'what goes wrong most often, and what helps',
  }),
  documented('best-practices', {
    question: 'Is it written down how to use it well?',
    weight: 1,
    required: [],
    appliesTo: pilots,
    page: 'Best practices',
    content: 'what the teams that use it learned',
  }),
  {
    id: `${dimension}.lessons`,
    dimension,
    question: 'Are the lessons of the pilot written down?',
    answer:
      'From the Pilot: it states at least one decision with its rationale, and at least one success measure with where it stands.',
    weight: 1,
    required: ['platform'],
    appliesTo: pilots,
    source: 'pilot',
    report: false,
    staleAfterDays: automaticStaleDays,
    fix: {
      text: 'Add spec.decisions with title and rationale, and spec.successMeasures with target and current.',
      link: 'edit',
    },
  },
];
