/** The HTTP status behind an error; none where no answer came. */
export function errorStatus(error: Error): number | undefined {
  if (error.name === 'NotFoundError') return 404;
  return isResponseError(error) ? error.statusCode : undefined;
}

/** Forbidden and not there look the same: nothing is shown. */
export function isHidden(error: Error): boolean {
  const status = errorStatus(error);
  return status === 403 || status === 404;
}

/** Returns why the backend refused a request, in English. */
export function refusal(error: Error): string | undefined {
  return isResponseError(error) && error.statusCode < 500
    ? error.cause.message
    : undefined;
}

// By its shape: there may be several copies of the package that has the class.
function isResponseError(
  error: Error,
): error is Error & { statusCode: number; cause: Error } {
  return (
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.cause instanceof Error
  );
}
