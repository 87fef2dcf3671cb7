/** Calls the backend, in the name of `as`, and returns what it answers; a refusal is an error that says of what. */
export async function callBackend(
  address,
  { method = 'POST', path, token, as, type = 'application/json', body },
) {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: {
      // The sign-in for development asks for it.
      'x-requested-with': 'XMLHttpRequest',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': type }),
    },
    body: typeof body === 'object' ? JSON.stringify(body) : body,
  });
  if (!response.ok) {
    const what = [method, path, ...(as ? ['of', as] : [])].join(' ');
    throw new Error(
      `${what} answered ${response.status}: ${await response.text()}`,
    );
  }
  return await response.json();
}
