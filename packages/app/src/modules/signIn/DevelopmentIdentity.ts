import type { IdentityApi } from '@backstage/frontend-plugin-api';
import type { Session } from './fetchSession';

/** A token is renewed when it has less than this left. */
const renewBeforeMs = 2 * 60 * 1000;

/** Functions that an identity needs from outside. */
export interface DevelopmentIdentityOptions {
  readonly renew: () => Promise<Session>;
  readonly onSignOut: () => void;
  readonly now: () => Date;
}

/** The signed-in person, whose token is renewed before it expires. */
export class DevelopmentIdentity implements IdentityApi {
  readonly #options: DevelopmentIdentityOptions;
  #session: Session;
  #renewal?: Promise<void>;

  constructor(session: Session, options: DevelopmentIdentityOptions) {
    this.#session = session;
    this.#options = options;
  }

  async getProfileInfo() {
    return this.#session.profile;
  }

  async getBackstageIdentity() {
    const { userEntityRef, ownershipEntityRefs } = this.#session.identity;
    return { type: 'user' as const, userEntityRef, ownershipEntityRefs };
  }

  async getCredentials() {
    if (this.#remainingMs() < renewBeforeMs) {
      this.#renewal ??= this.#renew();
      await this.#renewal;
    }
    return { token: this.#session.token };
  }

  async signOut() {
    this.#options.onSignOut();
  }

  async #renew(): Promise<void> {
    try {
      this.#session = await this.#options.renew();
    } catch (error) {
      // A backend that restarts is no reason to fail while the token is good.
      if (this.#remainingMs() <= 0) {
        throw error;
      }
    } finally {
      this.#renewal = undefined;
    }
  }

  #remainingMs(): number {
    return this.#session.expiresAt.getTime() - this.#options.now().getTime();
  }
}
