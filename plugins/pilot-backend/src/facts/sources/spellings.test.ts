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

/** Titles that name a document and say that it is not there. */
const denied: Array<[check: string, title: string]> = [
  ['getting-started', 'There is no getting started yet'],
  ['getting-started', 'Getting started: TODO'],
  ['getting-started', 'TODO: Getting started'],
  ['getting-started', '[WIP] Getting started'],
  ['getting-started', 'Getting started (coming soon)'],
  ['getting-started', 'Getting started – to be written'],
  ['getting-started', 'Getting Started (TBD)'],
  ['getting-started', 'Quick start – under construction 🚧'],
  ['getting-started', 'Quickstart is not documented'],
  ['getting-started', "There isn't a quick start"],
  ['getting-started', 'Onboarding will be added later'],
  ['getting-started', 'Erste Schritte: folgt noch'],
  ['getting-started', 'Noch keine ersten Schritte, Schnellstart in Arbeit'],
  ['getting-started', 'Schnellstart (fehlt)'],
  ['getting-started', 'Es gibt keinen Schnellstart'],
  ['getting-started', 'Premiers pas (à venir)'],
  ['api-reference', 'No public REST API documentation'],
  ['api-reference', 'API reference — draft'],
  ['api-reference', 'We do not have an API reference'],
  ['examples', 'No examples'],
  ['examples', 'Examples will follow'],
  ['examples', 'Beispiele kommen später'],
  ['examples', 'Ohne Beispiele'],
  ['troubleshooting', 'FAQ: placeholder'],
  ['troubleshooting', 'Runbooks are missing'],
  ['troubleshooting', 'Troubleshooting does not exist'],
  ['best-practices', 'Best practices (planned)'],
  ['best-practices', 'There are no real best practices'],
];

/** Titles with such words that deny nothing. */
const meant: Array<[check: string, title: string]> = [
  ['getting-started', 'No-code quick start'],
  ['getting-started', 'Getting started without Docker'],
  ['getting-started', 'Getting started with drafts'],
  ['examples', 'Tutorial: build a todo app'],
  ['troubleshooting', 'Troubleshooting: the server does not start'],
  ['troubleshooting', 'Known issues: missing rows'],
  ['troubleshooting', 'FAQ: what if there is no answer?'],
  ['best-practices', "Best practices: do's and don'ts"],
];

it.each(denied)('of docs.%s, "%s" is none', (check, title) => {
  expect(isCalled(title, spellings[`docs.${check}`])).toBe(false);
});

it.each(meant)('of docs.%s, "%s" is one', (check, title) => {
  expect(isCalled(title, spellings[`docs.${check}`])).toBe(true);
});

it.each(cases)('of docs.%s, "%s": %s', (check, title, expected) => {
  expect(isCalled(title, spellings[`docs.${check}`])).toBe(expected);
});
