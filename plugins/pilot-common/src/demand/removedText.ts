import { isBlank } from '../model/visibleText';
import { describesUseCase } from './specificity';

/**
 * Stands for a use case that was described and is not kept any more. It is as long
 * as a description has to be, so that no score of the past changes with it.
 * @public
 */
export const removedUseCase =
  '[Removed: this text is not kept in this portal any more]';

/**
 * Stands for every other text that is not kept any more.
 * @public
 */
export const removedText = '[Removed]';

/**
 * Replaces a text that is no longer kept by a sign that there was one, and of a
 * use case whether it was described.
 *
 * @param kind - a use case is described from a length on, other texts by being there
 * @public
 */
export function withoutText(
  text: string | null,
  kind: 'useCase' | 'text',
): string | null {
  if (text === null || isBlank(text)) {
    return null;
  }
  return kind === 'useCase' && describesUseCase(text)
    ? removedUseCase
    : removedText;
}

/**
 * Returns whether a text only says that there was one.
 * @public
 */
export function isRemovedText(text: string | null): boolean {
  return text === removedUseCase || text === removedText;
}
