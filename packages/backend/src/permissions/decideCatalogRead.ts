import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { contractors } from './contractors';
import { isPlatformLead } from './platformLeads';

const { hasAnnotation, isEntityKind, isEntityOwner } = catalogConditions;

/** An entity with this annotation is for its owner and for platform leads. */
export const confidentialAnnotation = 'linden.example.com/confidential';

const openToContractors = [
  'Group',
  'User',
  'Location',
  'Domain',
  'System',
  'Pilot',
  'Template',
];

/** Which entities somebody with these ownership refs sees. */
export function decideCatalogRead(
  permission: ResourcePermission<'catalog-entity'>,
  claims: string[],
): PolicyDecision {
  if (claims.some(isPlatformLead)) {
    return { result: AuthorizeResult.ALLOW };
  }
  const notConfidential = {
    not: hasAnnotation({ annotation: confidentialAnnotation }),
  };
  return createCatalogConditionalDecision(permission, {
    anyOf: [
      isEntityOwner({ claims }),
      claims.includes(contractors)
        ? {
            allOf: [
              notConfidential,
              isEntityKind({ kinds: openToContractors }),
            ],
          }
        : notConfidential,
    ],
  });
}
