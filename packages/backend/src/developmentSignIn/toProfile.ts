import { Entity, UserEntity } from '@backstage/catalog-model';
import { ProfileInfo } from '@backstage/plugin-auth-node';

/** Returns a user's profile as the portal shows it, from the catalog. */
export function toProfile(entity: Entity): ProfileInfo {
  const { profile } = (entity as UserEntity).spec ?? {};
  return {
    displayName:
      profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
    email: profile?.email,
    picture: profile?.picture,
  };
}
