import { isDenied, isPostponed } from './postponed';

/** Titles of documents of one purpose. */
export interface Spellings {
  /** Title that people are asked to look for. */
  readonly page: string;
  /** Words that are enough within a title. */
  readonly within: readonly string[];
  /** Words that have to be the whole title. */
  readonly alone?: readonly string[];
}

/** The documents that are looked for, by check. */
export const spellings: Readonly<Record<string, Spellings>> = {
  'docs.getting-started': {
    page: 'Getting started',
    within: [
      'getting started',
      'get started',
      'gettingstarted',
      'quick start',
      'quickstart',
      'quick starts',
      'start here',
      'starting out',
      'first steps',
      'your first',
      'onboarding',
      'how to start',
      'erste schritte',
      'schnellstart',
      'premiers pas',
      'primeros pasos',
    ],
    alone: ['start', 'begin', 'setup', 'set up', 'tutorial', 'onboard'],
  },
  'docs.api-reference': {
    page: 'API reference',
    within: [
      'api reference',
      'api references',
      'reference api',
      'api documentation',
      'api docs',
      'api doc',
      'api specification',
      'api spec',
      'api definition',
      'api guide',
      'rest api',
      'http api',
      'graphql api',
      'grpc api',
      'openapi',
      'swagger',
      'asyncapi',
      'command reference',
      'cli reference',
      'configuration reference',
      'endpoints',
    ],
    alone: [
      'api',
      'apis',
      'reference',
      'references',
      'interface',
      'interfaces',
    ],
  },
  'docs.examples': {
    page: 'Examples',
    within: [
      'examples',
      'sample code',
      'code samples',
      'samples',
      'tutorial',
      'tutorials',
      'cookbook',
      'recipes',
      'how tos',
      'how to guides',
      'howtos',
      'walkthrough',
      'walkthroughs',
      'usage example',
      'example usage',
      'code example',
      'beispiele',
      'exemples',
      'ejemplos',
    ],
    alone: ['example', 'sample', 'how to', 'howto', 'demo', 'demos', 'guides'],
  },
  'docs.troubleshooting': {
    page: 'Troubleshooting',
    within: [
      'troubleshooting',
      'troubleshoot',
      'trouble shooting',
      'faq',
      'faqs',
      'frequently asked questions',
      'known issues',
      'known problems',
      'common issues',
      'common problems',
      'common errors',
      'common mistakes',
      'runbook',
      'runbooks',
      'playbook',
      'playbooks',
      'debugging',
      'if something goes wrong',
      'what to do when',
      'fehlersuche',
      'problembehebung',
    ],
    alone: ['problems', 'issues', 'errors', 'debug'],
  },
  'docs.best-practices': {
    page: 'Best practices',
    within: [
      'best practices',
      'best practice',
      'good practices',
      'recommended practices',
      'guideline',
      'guidelines',
      'usage guide',
      'recommendations',
      'conventions',
      'dos and donts',
      'do s and don ts',
      'dos and don ts',
      'tips and tricks',
      'patterns and practices',
      'golden path',
      'golden paths',
      'lessons learned',
    ],
    alone: ['tips', 'practices', 'advice', 'patterns', 'standards'],
  },
};

/**
 * True where a title is one of the spellings. One that denies or postpones what
 * it names is none: "There is no getting started yet" starts nobody.
 */
export function isCalled(
  title: string,
  { within, alone = [] }: Spellings,
): boolean {
  const words = wordsOf(title);
  if (alone.includes(words)) {
    return true;
  }
  const named = within.filter(phrase => ` ${words} `.includes(` ${phrase} `));
  return (
    named.length > 0 &&
    !isPostponed(title.slice(0, 500), words) &&
    !named.some(phrase => isDenied(words, phrase))
  );
}

/** Plain words: without markup, numbering, punctuation and case. */
function wordsOf(title: string): string {
  return title
    .slice(0, 500)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#?\w+;/g, ' ')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
    .replace(/^([0-9]+ )+/, '');
}
