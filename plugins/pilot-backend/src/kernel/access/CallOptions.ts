import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Credentials of a call. */
export interface CallOptions {
  readonly credentials: BackstageCredentials;
}
