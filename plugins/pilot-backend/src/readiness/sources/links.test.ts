import { Entity } from '@backstage/catalog-model';
import { annotationOf, linkOf, monitoring, support } from './links';

type Link = { url: string; title?: string; type?: string; icon?: string };

const entity = (metadata: Partial<Entity['metadata']>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', ...metadata },
});
const at = (url: string) => ({ url: `https://${url}` });

describe('a link', () => {
  it.each<[string, Link, boolean]>([
    ['titled Grafana', { ...at('g.example'), title: 'Grafana' }, true],
    ['to Grafana', { ...at('grafana.shop.example'), title: 'Shop' }, true],
    [
      'of the type',
      { ...at('x.example'), title: 'X', type: 'dashboard' },
      true,
    ],
    ['titled Alerts', { ...at('x.example'), title: 'Alerts' }, true],
    ['with an icon alone', { ...at('x.example'), icon: 'dashboard' }, false],
    ['to documentation', { ...at('x.example'), title: 'Grafana docs' }, false],
    [
      'to a manual on its host',
      { ...at('grafana.com/docs'), title: 'Documentation' },
      false,
    ],
    [
      'to source code',
      { ...at('git.example'), title: 'Prometheus repository' },
      false,
    ],
    ...[
      'wiki.example/display/OPS/Datadog',
      'acme.atlassian.net/wiki/spaces/OPS',
      'acme.example/wiki/datadog',
      'confluence.acme.example/x',
      'www.notion.so/datadog',
      'acme.sharepoint.com/sites/datadog',
      'docs.datadoghq.com/dashboards',
      'github.com/acme/shop/blob/main/datadog.md',
      'github.com/acme/shop/wiki',
      'acme.example/docs/datadog',
      'github.com/acme/datadog',
      'gitlab.acme.example/ops/datadog',
      'bitbucket.org/acme/datadog',
      'dev.azure.com/acme/_git/datadog',
      'acme.atlassian.net/browse/OPS-7',
      'jira.acme.example/browse/OPS-7',
      'drive.google.com/file/d/x',
      'miro.com/app/board/x',
      'www.youtube.com/watch?v=x',
      'acme.github.io/datadog',
    ].map((address): [string, Link, boolean] => [
      `named Datadog, to ${address},`,
      { ...at(address), title: 'Datadog' },
      false,
    ]),
    [
      'named Datadog, to a wiki, of the type',
      { ...at('wiki.example/d'), title: 'Datadog', type: 'dashboard' },
      true,
    ],
    [
      'named Dashboard, to Grafana beside source code,',
      { ...at('grafana.github-tools.example'), title: 'Dashboard' },
      true,
    ],
    [
      'named Wiki, to Datadog',
      { ...at('app.datadoghq.com/dashboard/x'), title: 'Ours' },
      true,
    ],
    [
      'to an admin page',
      { ...at('x.example'), title: 'Admin dashboard' },
      false,
    ],
  ])('%s leads to monitoring: %s', (_name, link, expected) => {
    const found = linkOf(entity({ links: [link] }), monitoring);
    expect(found !== undefined).toBe(expected);
  });

  it('of a channel for announcements is no support', () => {
    const links = [
      { url: 'https://acme.slack.com/a', title: 'Announcements channel' },
      { url: 'https://acme.slack.com/q', title: 'Questions channel' },
    ];
    expect(linkOf(entity({ links }), support)?.title).toBe('Questions channel');
    expect(linkOf(entity({ links: [links[0]] }), support)).toBeUndefined();
  });
});

describe('an annotation', () => {
  const key = 'pagerduty.com/integration-key';
  const found = (value: string) =>
    annotationOf(entity({ annotations: { [key]: value } }), monitoring);

  it.each([
    ...['abc123', 'a-b', 'service=payments', 'サービス'],
    ...['todo-service', 'TODO-42', 'soon-to-be-service', 'later.example'],
  ])('counts with the value %s', value => expect(found(value)).toBe(key));

  it.each([
    '<sample-service-integration-key>',
    '[INTEGRATION_KEY]',
    '${PAGERDUTY_KEY}',
    '${{ values.key }}',
    '{{ key }}',
    'TODO',
    'tbd',
    'n/a',
    'xxx',
    '-',
    'changeme',
    'TODO: ask operations',
    '# FIXME',
    'Coming soon',
    'to be added',
    'Not yet available.',
    'pending',
  ])('does not count with %s, which only holds its place', value => {
    expect(found(value)).toBeUndefined();
  });
});
