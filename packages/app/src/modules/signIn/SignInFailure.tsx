import { ResponseError } from '@backstage/errors';
import { Alert, Button } from '@backstage/ui';

interface SignInFailureProps {
  readonly name: string;
  readonly error: Error;
  readonly onTryAgain: () => void;
}

/** Says why nobody was signed in, and what to do. */
export function SignInFailure({ name, error, onTryAgain }: SignInFailureProps) {
  const isUnreachable = error.name === 'ServiceUnavailableError';
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={
        isUnreachable
          ? 'The portal cannot be reached.'
          : `Could not sign in as ${name}.`
      }
      description={sentenceOf(error)}
      customActions={
        <Button variant="secondary" onPress={onTryAgain}>
          Try again
        </Button>
      }
    />
  );
}

function sentenceOf(error: Error): string {
  return error instanceof ResponseError ? error.cause.message : error.message;
}
