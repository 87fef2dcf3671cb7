import { isRemovedText } from '@pilot-to-platform/plugin-pilot-common';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** Characters that nobody sees do not make a text another one. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * Returns a key for who asks for what: two clicks without a use case ask for
 * the same, and of texts that are not kept any more nobody knows.
 */
export function meaningOf({
  id,
  team,
  author,
  useCase,
}: StoredInterest): string {
  if (isRemovedText(useCase)) {
    return id;
  }
  const text = (useCase ?? '')
    .normalize('NFKC')
    .replaceAll(unseen, '')
    .toLocaleLowerCase('en-US');
  return [team, author, text.trim().replaceAll(/\s+/g, ' ')].join('\n');
}
