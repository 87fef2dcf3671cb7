import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignInPage } from './SignInPage';

const people = [
  {
    user: 'user:default/priya',
    name: 'Priya Nair',
    hint: 'engineer in Payments',
  },
  { user: 'user:default/sam', name: 'Sam Taylor', hint: 'in no team yet' },
];

function accept(url: string) {
  const user = new URL(url).searchParams.get('user');
  return Response.json({
    profile: { displayName: user },
    backstageIdentity: {
      token: `token of ${user}`,
      expiresInSeconds: 3600,
      identity: { userEntityRef: user, ownershipEntityRefs: [user] },
    },
  });
}

function refuse(message: string) {
  return Response.json(
    {
      error: { name: 'NotFoundError', message },
      response: { statusCode: 404 },
    },
    { status: 404 },
  );
}

const fetched = jest.spyOn(globalThis, 'fetch');

beforeEach(() => {
  localStorage.clear();
  fetched.mockReset();
  fetched.mockImplementation(async url => accept(String(url)));
});

function renderPage(offered: object[] = people) {
  const onSignInSuccess = jest.fn();
  renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
    config: {
      app: { title: 'Pilot to Platform' },
      auth: { providers: { development: { people: offered } } },
    },
    apis: [mockApis.discovery({ baseUrl: 'http://localhost:7007' })],
  });
  return async () => {
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    return onSignInSuccess.mock.calls[0][0].getCredentials();
  };
}

describe('SignInPage', () => {
  it('signs in a person by one press, and remembers it', async () => {
    const credentials = renderPage();
    const list = await screen.findByRole('list', { name: 'People' });
    expect(
      within(list)
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual([
      'Priya Nair — engineer in Payments',
      'Sam Taylor — in no team yet',
    ]);

    await userEvent.click(screen.getByRole('button', { name: /Sam Taylor/ }));

    await expect(credentials()).resolves.toEqual({
      token: 'token of user:default/sam',
    });
    expect(localStorage.getItem('pilot-portal.user')).toBe('user:default/sam');
  });

  it('signs in any other user by keyboard alone', async () => {
    const credentials = renderPage([]);
    await screen.findByRole('heading', { name: 'Pilot to Platform' });
    expect(screen.queryByRole('list', { name: 'People' })).toBeNull();

    await userEvent.tab();
    await userEvent.keyboard(' user:default/kwame {Enter}');

    await expect(credentials()).resolves.toEqual({
      token: 'token of user:default/kwame',
    });
  });

  it('signs in at once who was signed in before the reload', async () => {
    localStorage.setItem('pilot-portal.user', 'user:default/priya');
    const credentials = renderPage();

    expect(await screen.findByRole('status')).toHaveTextContent(
      'Signing in as Priya Nair',
    );
    await expect(credentials()).resolves.toEqual({
      token: 'token of user:default/priya',
    });
  });

  it('says that the portal cannot be reached, and tries again', async () => {
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const credentials = renderPage();

    await userEvent.click(
      await screen.findByRole('button', { name: /Priya Nair/ }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The portal cannot be reached.');
    expect(alert).toHaveTextContent('http://localhost:7007');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    await expect(credentials()).resolves.toEqual({
      token: 'token of user:default/priya',
    });
  });

  it('offers the list again when the remembered person is gone', async () => {
    localStorage.setItem('pilot-portal.user', 'user:default/gone');
    fetched.mockResolvedValueOnce(refuse('The catalog has no such user.'));
    renderPage();

    const alert = await screen.findByRole('alert');

    expect(alert).toHaveTextContent('Could not sign in as user:default/gone.');
    expect(alert).toHaveTextContent('The catalog has no such user.');
    expect(screen.getByRole('button', { name: /Priya Nair/ })).toBeEnabled();
  });

  it('lets nobody else in while one is being signed in', async () => {
    fetched.mockReturnValueOnce(new Promise(() => {}));
    renderPage();

    await userEvent.click(
      await screen.findByRole('button', { name: /Priya Nair/ }),
    );

    expect(screen.getByRole('button', { name: /Sam Taylor/ })).toBeDisabled();
  });
});
