import { Phase } from '@pilot-to-platform/plugin-pilot-common';

/**
 * The phase that a Pilot keeps because its YAML declared it before anybody
 * could decide it; nothing where the phase is derived from demand.
 */
export function phaseAtFirstSight(
  declared: Phase | null,
  allowDeclared: boolean,
): Phase | null {
  const derived =
    declared === null || declared === 'pilot' || declared === 'demand';
  return derived || !allowDeclared ? null : declared;
}
