import { NotFoundError } from '@backstage/errors';
import {
  AuthProviderFactory,
  ClientAuthResponse,
  prepareBackstageIdentityResponse,
} from '@backstage/plugin-auth-node';
import { findUser } from './findUser';
import { parseUserRef } from './parseUserRef';
import { toProfile } from './toProfile';

/** Signs in whoever the query parameter `user` names, without any proof. */
export const createDevelopmentProvider: AuthProviderFactory = ({
  resolverContext,
}) => ({
  async start() {
    throw noWindow();
  },

  async frameHandler() {
    throw noWindow();
  },

  async refresh(req, res) {
    const userRef = parseUserRef(req.query.user);
    const entity = await findUser(resolverContext, userRef);
    const { ownershipEntityRefs } =
      await resolverContext.resolveOwnershipEntityRefs(entity);
    const signedIn = await resolverContext.issueToken({
      claims: { sub: userRef, ent: ownershipEntityRefs },
    });
    const answer: ClientAuthResponse<{}> = {
      providerInfo: {},
      profile: toProfile(entity),
      backstageIdentity: prepareBackstageIdentityResponse({
        ...signedIn,
        identity: { type: 'user', userEntityRef: userRef, ownershipEntityRefs },
      }),
    };
    res.status(200).json(answer);
  },
});

function noWindow() {
  return new NotFoundError(
    'The development sign-in has no window. Ask for /api/auth/development/refresh?user=<ref of a user>.',
  );
}
