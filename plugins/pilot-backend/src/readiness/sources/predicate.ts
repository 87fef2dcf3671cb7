import { CheckDefinition, holds } from '@pilot-to-platform/plugin-pilot-common';
import { Surroundings } from '../facts/Surroundings';
import { Answer, fail, pass } from './Answers';

/** Answers a check by a predicate of the configuration. */
export function predicateAnswer(
  { entity }: Surroundings,
  { predicate }: CheckDefinition,
): Answer | null {
  if (!predicate) {
    return null;
  }
  return holds(predicate, entity)
    ? pass('Its catalog entry meets the condition of this check.')
    : fail('Its catalog entry does not meet the condition of this check.');
}
