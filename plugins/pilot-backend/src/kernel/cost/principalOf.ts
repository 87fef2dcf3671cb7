import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** The ref of the User who asks, or the name of the service. */
export function principalOf({ principal }: BackstageCredentials): string {
  const { userEntityRef, subject } = principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return userEntityRef?.toLocaleLowerCase('en-US') ?? subject ?? 'anybody';
}
