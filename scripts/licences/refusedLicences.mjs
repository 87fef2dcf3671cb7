import satisfies from 'spdx-satisfies';
import {
  acceptedPackages,
  allowedLicences,
  statedElsewhere,
} from './allowedLicences.mjs';

/**
 * The components of a CycloneDX document whose licence is not allowed or not known, each as
 * `name@version: licence`.
 * @param bom - the parsed document
 */
export function refusedLicences(bom) {
  return (bom.components ?? [])
    .filter(component => !(nameOf(component) in acceptedPackages))
    .map(component => ({ component, licence: licenceOf(component) }))
    .filter(({ licence }) => !isAllowed(licence))
    .map(
      ({ component, licence }) =>
        `${nameOf(component)}@${component.version}: ${licence ?? 'no licence'}`,
    );
}

function licenceOf(component) {
  const stated = statedElsewhere[nameOf(component)];
  if (stated) return stated;
  const named = (component.licenses ?? []).map(
    ({ expression, license }) => expression ?? license?.id ?? license?.name,
  );
  if (named.length === 0) return undefined;
  return [...new Set(named)].map(each => `(${each})`).join(' AND ');
}

function isAllowed(licence) {
  try {
    return licence !== undefined && satisfies(licence, allowedLicences);
  } catch {
    // It is no expression of SPDX names, such as "SEE LICENSE IN …".
    return false;
  }
}

function nameOf({ group, name }) {
  return group ? `${group}/${name}` : name;
}
