import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  PermissionCriteria,
  PermissionCondition,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { PolicyGroups } from './PolicyGroups';

type CatalogCriteria = PermissionCriteria<
  PermissionCondition<'catalog-entity'>
>;

const { hasAnnotation, isEntityKind, isEntityOwner } = catalogConditions;

const openToContractors = [
  'Group',
  'User',
  'Location',
  'Domain',
  'System',
  'Pilot',
  'Template',
];

/** Decides which entities somebody with these ownership refs sees. */
export function decideCatalogRead(
  permission: ResourcePermission<'catalog-entity'>,
  claims: string[],
  groups: PolicyGroups,
): PolicyDecision {
  const isAmong = (refs: readonly string[]) =>
    claims.some(claim => refs.includes(claim));
  if (isAmong(groups.platformLeads)) {
    return { result: AuthorizeResult.ALLOW };
  }
  const open: CatalogCriteria[] = [
    ...(groups.confidentialAnnotation
      ? [
          {
            not: hasAnnotation({ annotation: groups.confidentialAnnotation }),
          },
        ]
      : []),
    ...(isAmong(groups.contractors)
      ? [isEntityKind({ kinds: openToContractors })]
      : []),
  ];
  if (open.length === 0) {
    return { result: AuthorizeResult.ALLOW };
  }
  const [first, ...rest] = open;
  return createCatalogConditionalDecision(permission, {
    anyOf: [
      isEntityOwner({ claims }),
      rest.length === 0 ? first : { allOf: [first, ...rest] },
    ],
  });
}
