import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { AuthResolverContext } from '@backstage/plugin-auth-node';

/** @throws NotFoundError that names the parameter when there is no such user. */
export async function findUser(
  context: Pick<AuthResolverContext, 'findCatalogUser'>,
  userRef: string,
): Promise<Entity> {
  try {
    const { entity } = await context.findCatalogUser({ entityRef: userRef });
    return entity;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') {
      throw new NotFoundError(
        `The catalog has no ${userRef} (query parameter "user"). It may still be loading; otherwise check the ref.`,
      );
    }
    throw error;
  }
}
