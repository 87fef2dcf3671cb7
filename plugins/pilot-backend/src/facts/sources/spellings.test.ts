import { isCalled, spellings } from './spellings';

const cases: Array<[check: string, title: string, expected: boolean]> = [
  ['getting-started', 'Getting Started', true],
  ['getting-started', '1. Get started with Delta Sharing', true],
  ['getting-started', 'Quick-Start', true],
  ['getting-started', 'QUICKSTART', true],
  ['getting-started', '🚀 Quick start', true],
  ['getting-started', '<em>Getting&nbsp;started</em>', true],
  ['getting-started', 'getting_started', true],
  ['getting-started', 'Setup', true],
  ['getting-started', 'How we set up the database', false],
  ['getting-started', 'The start of something', false],
  ['api-reference', 'API Reference', true],
  ['api-reference', 'API', true],
  ['api-reference', 'REST API v2', true],
  ['api-reference', 'Why we have no API', false],
  ['api-reference', 'References to other work', false],
  ['examples', 'Examples', true],
  ['examples', 'Code samples', true],
  ['examples', 'Tutorials', true],
  ['examples', 'Counterexamples', false],
  ['examples', 'Example', true],
  ['examples', 'An example of what not to do', false],
  ['troubleshooting', 'Troubleshooting', true],
  ['troubleshooting', 'FAQ', true],
  ['troubleshooting', 'Runbook: restore', true],
  ['troubleshooting', 'Frequently Asked Questions', true],
  ['troubleshooting', 'Issues of the journal', false],
  ['best-practices', 'Best practices', true],
  ['best-practices', 'Usage guidelines', true],
  ['best-practices', "Do's and don'ts", true],
  ['best-practices', 'The practice of law', false],
  ['best-practices', '', false],
];

it.each(cases)('of docs.%s, "%s": %s', (check, title, expected) => {
  expect(isCalled(title, spellings[`docs.${check}`])).toBe(expected);
});
