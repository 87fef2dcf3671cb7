import { Entity } from '@backstage/catalog-model';
import {
  isKind,
  linksOf,
  recordOf,
  recordsOf,
  refOf,
  specOf,
  textOf,
  urlOf,
} from './entityFields';

/** A step that a Pilot states to be done by hand until something automates it. */
export interface ManualStep {
  readonly title: string;
  /** Minutes of a person's time, each time. */
  readonly minutes: unknown;
  readonly timesPerMonth: unknown;
  /** The entity that automates it. */
  readonly ref?: string;
  /** The page that automates it. */
  readonly url?: URL;
}

/** The manual steps of a Pilot. */
export function manualStepsOf(entity: Entity): ManualStep[] {
  const defaultNamespace =
    textOf(recordOf(entity.metadata).namespace) ?? 'default';
  return recordsOf(specOf(entity).manualSteps).map(step => ({
    title: textOf(step.title) ?? textOf(step.id) ?? 'a step without a title',
    minutes: step.minutes,
    timesPerMonth: step.timesPerMonth,
    ...automation(step.automatedBy, defaultNamespace),
  }));
}

function automation(
  automatedBy: unknown,
  defaultNamespace: string,
): Pick<ManualStep, 'ref' | 'url'> {
  const url = urlOf(automatedBy);
  return url
    ? { url, ref: templateBehind(url) }
    : { ref: refOf(automatedBy, { defaultNamespace }) };
}

/** The templates that an entity links to, by the paths of the portal. */
export function linkedTemplates(entity: Entity): string[] {
  return linksOf(entity).flatMap(({ url }) => templateBehind(url) ?? []);
}

/** Everything that the steps and links of a Pilot name. */
export function namedByPilot(entity: Entity): string[] {
  if (!isKind(entity, 'pilot')) {
    return [];
  }
  return [
    ...manualStepsOf(entity).flatMap(({ ref }) => ref ?? []),
    ...linkedTemplates(entity),
  ];
}

/** The page of a template, or of its entity, anywhere below the portal's root. */
function templateBehind({ pathname }: URL): string | undefined {
  const found =
    /\/create\/templates\/([^/]+)\/([^/]+)\/?$/.exec(pathname) ??
    /\/catalog\/([^/]+)\/template\/([^/]+)\/?$/i.exec(pathname);
  return found ? refOf(`template:${found[1]}/${found[2]}`) : undefined;
}
