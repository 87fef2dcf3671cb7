import { render, screen } from '@testing-library/react';
import { app } from './App';

it('shows who can sign in before anything else', async () => {
  const config = [
    {
      context: 'test',
      data: {
        app: { title: 'Pilot to Platform', baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
        auth: {
          providers: {
            development: {
              people: [{ user: 'user:default/priya', name: 'Priya Nair' }],
            },
          },
        },
      },
    },
  ];
  jest.replaceProperty(process, 'env', {
    ...process.env,
    APP_CONFIG: config as unknown as string,
  });

  render(app.createRoot());

  expect(
    await screen.findByRole('button', { name: 'Priya Nair' }),
  ).toBeInTheDocument();
  expect(screen.queryByRole('navigation')).toBeNull();
});
