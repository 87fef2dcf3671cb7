import {
  ImportedPart,
  StoredInterest,
} from '../kernel/store/interests/interestRows';

/** What an import said last, after a person said parts of it in the portal. */
export function withoutImported(
  { imported }: StoredInterest,
  ...said: ImportedPart[]
): Pick<StoredInterest, 'imported'> {
  return imported
    ? { imported: imported.filter(part => !said.includes(part)) }
    : {};
}
