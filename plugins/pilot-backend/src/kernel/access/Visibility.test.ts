import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { api } from '../../__testUtils__/testCatalog';
import { Visibility } from './Visibility';

const conditional: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: {},
  },
};

/** A catalog that hides every third API, and notes how much it is asked at once. */
function catalogOf(asked: number[]): CatalogService {
  return {
    getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => {
      asked.push(entityRefs.length);
      const items = entityRefs.map(ref =>
        Number(ref.split('-')[1]) % 3 === 0 ? undefined : api('seen'),
      );
      return { items };
    },
  } as Partial<CatalogService> as CatalogService;
}

const refs = Array.from({ length: 1201 }, (_, i) => `api:default/a-${i}`);

async function visibleUnder(decision: PolicyDecision) {
  const asked: number[] = [];
  const visibility = new Visibility({
    catalog: catalogOf(asked),
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [decision],
    }),
  });
  const isVisible = await visibility.ofRefs(
    [...refs, ...refs],
    mockCredentials.user(),
  );
  return { asked, visible: refs.filter(isVisible).length };
}

describe('what a caller sees of many refs', () => {
  it('is asked of the catalog in batches, each ref once', async () => {
    expect(await visibleUnder(conditional)).toEqual({
      asked: [500, 500, 201],
      visible: 800,
    });
  });

  it.each([
    [AuthorizeResult.ALLOW, 1201],
    [AuthorizeResult.DENY, 0],
  ] as const)(
    'is known without the catalog under %s',
    async (result, visible) => {
      expect(await visibleUnder({ result })).toEqual({ asked: [], visible });
    },
  );
});
