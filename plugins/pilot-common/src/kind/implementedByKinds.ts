import { defaultAllowedKinds } from '../model/vocabulary';

/**
 * Lists the kinds that a Pilot can be implemented by: the usual ones and those
 * that the operator added, but never a Pilot. A kind that interest is not
 * allowed for stays, because what a Pilot is made of does not depend on that.
 *
 * @param allowedKinds - what interest can be for, `pilot.interest.allowedKinds`
 * @public
 */
export function implementedByKinds(
  allowedKinds: readonly string[],
): readonly string[] {
  const usual: readonly string[] = defaultAllowedKinds;
  const isNew = (kind: string) =>
    !usual.some(other => other.toLowerCase() === kind.toLowerCase());
  const kinds = [
    'Component',
    ...usual.filter(kind => kind !== 'Component'),
    ...allowedKinds.filter(isNew),
  ];
  return kinds.filter(kind => kind !== 'Pilot');
}
