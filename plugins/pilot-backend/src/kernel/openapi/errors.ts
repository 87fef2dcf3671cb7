const messages = {
  400: [
    'InputError',
    'urgency: must be one of nice-to-have, important, critical',
  ],
  401: ['AuthenticationError', 'Missing credentials'],
  403: ['NotAllowedError', 'You lack the permission pilot.interest.create'],
  404: [
    'NotFoundError',
    'There is no pilot:default/delta-sharing in the catalog that you can see',
  ],
  409: [
    'ConflictError',
    'This interest was declined; record another use case under a key of its own',
  ],
  413: ['BodyTooLargeError', 'body: is too large; send at most 100 kB'],
  415: [
    'UnsupportedMediaTypeError',
    'body: must be JSON; send it with the header "Content-Type: application/json", not "text/plain"',
  ],
  429: [
    'TooManyRequestsError',
    '12 requests of yours that read a lot are being answered or wait; ask again when one of them is done',
  ],
  503: ['ServiceUnavailableError', 'Others are writing the same; try again'],
} as const;

/** An error as every operation answers it. */
export function errorExample(code: keyof typeof messages) {
  const [name, message] = messages[code];
  return {
    error: { name, message },
    request: {
      method: 'PUT',
      url: '/interests/pilot/default/delta-sharing',
    },
    response: { statusCode: code },
  };
}
