import { Entity } from '@backstage/catalog-model';
import { TestCatalog } from './testCatalog';

/** Fields of an entity that a test changes. */
export interface EntityChange {
  metadata?: object;
  spec?: object;
  relations?: Record<string, string[]>;
}

/** An entity of any shape, with relations by their type. */
export function entityOf(
  kind: string,
  name: string,
  { metadata, spec, relations = {} }: EntityChange = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title: `The ${name}`, ...metadata },
    spec: spec as Entity['spec'],
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(targetRef => ({ type, targetRef })),
    ),
  };
}

export const lake = 'pilot:default/lake';

const pilotMetadata = {
  annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
  links: [
    { url: 'https://chat.example.com/lake', title: 'Support channel' },
    { url: 'https://cal.example.com/lake', title: 'Office hours' },
    { url: 'https://grafana.example.com/d/lake', title: 'Grafana' },
  ],
};
const pilotSpec = {
  owner: 'partner-tech',
  decisions: [{ title: 'Open protocol', rationale: 'No lock-in' }],
  successMeasures: [{ title: 'Partners', target: 20, current: 7 }],
  manualSteps: [
    {
      id: 'create',
      title: 'Create a recipient',
      minutes: 30,
      timesPerMonth: 4,
      automatedBy: 'template:default/create-recipient',
    },
  ],
  handOff: { to: 'group:default/data', rationale: 'They run the rest' },
};
const pilotRelations = {
  ownedBy: ['group:default/partner-tech'],
  implementedBy: ['component:default/lake-server', 'api:default/lake-api'],
};

/** A Pilot of which every automatic check passes, but for what is changed. */
export function readyPilot(change: EntityChange = {}): Entity {
  return entityOf('Pilot', 'lake', {
    metadata: { ...pilotMetadata, ...change.metadata },
    spec: { ...pilotSpec, ...change.spec },
    relations: { ...pilotRelations, ...change.relations },
  });
}

/** A Group with so many members. */
export function teamOf(name: string, members: number): Entity {
  return entityOf('Group', name, {
    spec: { type: 'team', profile: { displayName: `Team ${name}` } },
    relations: {
      hasMember: [...Array(members).keys()].map(
        index => `user:default/${name}-${index}`,
      ),
    },
  });
}

/** Adds the ready Pilot and the entities that it relates to. */
export function setReadyWorld(catalog: TestCatalog): void {
  catalog.set(
    readyPilot(),
    entityOf('Component', 'lake-server', {
      relations: {
        ownedBy: ['group:default/partner-tech'],
        implements: [lake],
      },
    }),
    entityOf('API', 'lake-api', {
      spec: { definition: 'openapi: 3.1.0' },
      relations: {
        ownedBy: ['group:default/partner-tech'],
        implements: [lake],
      },
    }),
    entityOf('Template', 'create-recipient'),
    teamOf('partner-tech', 3),
    teamOf('data', 2),
  );
}

/** The documents that the checks look for. */
export const readyTitles = {
  'getting-started/': 'Getting started',
  'examples/': 'Examples',
  'troubleshooting/': 'Troubleshooting',
  'best-practices/': 'Best practices',
};
