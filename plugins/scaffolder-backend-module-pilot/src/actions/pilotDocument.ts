import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { pilotApiVersion } from '@pilot-to-platform/plugin-pilot-common';
import { said } from './said';

/**
 * Inputs of a step about a Pilot; whether they are good is checked afterwards.
 */
export interface PilotInput {
  readonly name: string;
  readonly namespace?: string;
  readonly title?: string;
  readonly description?: string;
  readonly tags?: string[];
  readonly links?: JsonObject[];
  readonly annotations?: Record<string, string>;
  readonly type?: string;
  readonly owner: string;
  readonly problem: string;
  readonly capability?: string;
  readonly system?: string;
  readonly domain?: string;
  readonly implementedBy?: string[];
  readonly decisions?: JsonObject[];
  readonly manualSteps?: JsonObject[];
  readonly successMeasures?: JsonObject[];
  readonly platformScale?: JsonObject;
  readonly handOff?: JsonObject;
}

/**
 * The document of a Pilot, in the order in which people write one. It states no
 * phase: a new one begins with the phase that follows from demand.
 */
export function pilotDocument(input: PilotInput): Entity {
  const { name, namespace, title, description, tags, links } = input;
  const { annotations, owner, problem, capability, system, domain } = input;
  const { implementedBy, decisions, manualSteps, successMeasures } = input;
  const { type = 'capability', platformScale, handOff } = input;
  return {
    apiVersion: pilotApiVersion,
    kind: 'Pilot',
    metadata: said({
      name,
      namespace: namespace === DEFAULT_NAMESPACE ? undefined : namespace,
      ...{ title, description, annotations, tags, links },
    }) as Entity['metadata'],
    spec: said({
      ...{ type, owner, problem, capability, system, domain, implementedBy },
      ...{ decisions, manualSteps, successMeasures, platformScale, handOff },
    }),
  };
}
