import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { SimilarCandidate } from '@pilot-to-platform/plugin-pilot-common';

/** Fields of an entity that {@link candidateOf} reads. */
export const candidateFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'spec.problem',
  'spec.capability',
];

/** Takes from an entity what is compared with others. */
export function candidateOf(entity: Entity): SimilarCandidate {
  const { name, title, description } = entity.metadata;
  const texts = [description, entity.spec?.problem].filter(isText);
  const capability = entity.spec?.capability;
  return {
    ref: stringifyEntityRef(entity),
    name,
    title: title ?? null,
    text: texts.join('\n') || null,
    capability: isText(capability) ? capability : null,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
