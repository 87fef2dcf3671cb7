import { Entity } from '@backstage/catalog-model';
import {
  annotationsOf,
  EntityLink,
  isPlaceholder,
  linksOf,
} from '../facts/entityFields';

/** Signs that a link, or an annotation, is one of a purpose. */
export interface Purpose {
  /** `type` of a link, in lower case with dashes. */
  readonly types: readonly string[];
  /** Words of its title. */
  readonly titles: RegExp;
  /** Titles that have such a word and mean something else. */
  readonly not?: RegExp;
  /** Hosts that serve nothing else. */
  readonly hosts?: RegExp;
  /** True for addresses that hold only texts about it, whatever the title. */
  readonly isWritten?: (url: URL) => boolean;
  /** Names of annotations, or how they begin with a slash at the end. */
  readonly annotations?: readonly string[];
}

export const monitoring: Purpose = {
  types: [
    'dashboard',
    'monitoring',
    'monitor',
    'alert',
    'alerts',
    'alerting',
    'metrics',
    'observability',
    'grafana',
    'datadog',
    'newrelic',
    'new-relic',
    'dynatrace',
    'sentry',
    'prometheus',
    'pagerduty',
    'opsgenie',
    'kibana',
    'splunk',
    'cloudwatch',
  ],
  titles:
    /\b(dashboards?|monitor(s|ing)?|alert(s|ing)?|metrics|observability|grafana|data ?dog|new ?relic|dynatrace|sentry|prometheus|pager ?duty|opsgenie|kibana|splunk|cloud ?watch|honeycomb|on-?call)\b/i,
  // Where something is administrated, sold, described or kept, says nothing of
  // how it does.
  not: /\b(admin|administration|business|sales|billing|costs?|finops|docs?|documentation|manual|guide|handbook|tutorial|readme|source code|repo|repository)\b/i,
  hosts:
    /(^|[.-])(grafana|datadoghq|newrelic|dynatrace|sentry|pagerduty|opsgenie|kibana|prometheus|honeycomb)([.-]|$)/i,
  isWritten: isDocument,
  annotations: [
    'grafana/',
    'datadoghq.com/',
    'newrelic.com/',
    'dynatrace.com/',
    'sentry.io/',
    'prometheus.io/',
    'pagerduty.com/',
    'opsgenie.com/',
    'splunk.com/',
    'splunk/',
    'honeycomb.io/',
    'instana.com/',
    'lightstep.com/',
    'appdynamics.com/',
    'elastic.co/',
    'firehydrant.com/',
    'rootly.com/',
    'ilert.com/',
    'amazon.com/cloudwatch',
    'aws.amazon.com/cloudwatch',
    'azure.com/monitor',
    'google.com/monitoring',
    'stackdriver.com/',
  ],
};

export const support: Purpose = {
  types: [
    'support',
    'support-channel',
    'help',
    'helpdesk',
    'help-desk',
    'chat',
    'slack',
    'teams',
    'discord',
    'mattermost',
    'contact',
    'service-desk',
    'issue-tracker',
  ],
  titles:
    /\b(support|help ?desk|service ?desk|get help|help|slack|discord|mattermost|ms teams|microsoft teams|chat|channel|ask us|contact|mailing list)\b/i,
  // Office hours are looked for on their own; announcements are not answered.
  not: /\b(office[\s-]?hours?|announcements?|news|newsletter|release notes)\b/i,
  hosts: /(^|\.)(slack\.com|discord\.(com|gg)|teams\.microsoft\.com)$/i,
};

export const officeHours: Purpose = {
  types: ['office-hours', 'office-hour', 'officehours', 'clinic', 'drop-in'],
  titles:
    /\b(office[\s-]?hours?|open hours?|drop[\s-]?in|consultation hours?|clinic|ask me anything|ama)\b/i,
};

/** The first link of an entity that is of a purpose. */
export function linkOf(
  entity: Entity,
  purpose: Purpose,
): EntityLink | undefined {
  return linksOf(entity).find(link => isOf(link, purpose));
}

/** The first annotation of an entity that is of a purpose. */
export function annotationOf(
  entity: Entity,
  { annotations = [] }: Purpose,
): string | undefined {
  return [...annotationsOf(entity)].find(
    ([key, value]) =>
      !isPlaceholder(value) &&
      annotations.some(known =>
        known.endsWith('/') ? key.startsWith(known) : key === known,
      ),
  )?.[0];
}

/** Hosts and folders of wikis, manuals, source code, tickets, files and films. */
const writtenHosts =
  /(^|[.-])(wikis?|wikipedia|confluence|notion|sharepoint|gitbook|readthedocs|docs?|documentation|handbook|manual|medium|gist)([.-]|$)/i;
const keptHosts =
  /(^|\.)(github|gitlab|bitbucket|dev\.azure|jira|drive\.google|dropbox|miro|figma|youtube|vimeo|loom)\./i;
const writtenFolders =
  /\/(wikis?|confluence|docs?|documentation|handbook|manual|techdocs|blob|tree|browse|_git|readme(\.md)?)(\/|$)|\.(md|rst|adoc|pdf)$/i;

/** True for addresses of wikis, manuals, code and files: no live data. */
function isDocument({ hostname, pathname }: URL): boolean {
  return (
    writtenHosts.test(hostname) ||
    keptHosts.test(hostname) ||
    writtenFolders.test(pathname)
  );
}

function isOf(
  { type, title, url }: EntityLink,
  { types, titles, not, hosts, isWritten }: Purpose,
): boolean {
  const slug = type.toLocaleLowerCase('en-US').replace(/[\s_]+/g, '-');
  if (types.includes(slug)) {
    return true;
  }
  if (not?.test(title) || isWritten?.(url)) {
    return false;
  }
  return titles.test(title) || (hosts?.test(url.hostname) ?? false);
}
