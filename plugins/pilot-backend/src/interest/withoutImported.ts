import {
  ImportedPart,
  StoredInterest,
} from '../kernel/store/interests/interestRows';

/** Removes parts that a person said in the portal from the imported ones. */
export function withoutImported(
  { imported }: StoredInterest,
  ...said: ImportedPart[]
): Pick<StoredInterest, 'imported'> {
  return imported
    ? { imported: imported.filter(part => !said.includes(part)) }
    : {};
}
