import { mockCredentials } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { answerTooMany } from '../router/answerTooMany';
import { AuthorizedPreview } from './AuthorizedPreview';
import { TooManyRequestsError } from './TooManyRequestsError';

/** A database that answers nothing until it fails. */
function hangingDatabase() {
  let fail: (error: Error) => void;
  const answer = new Promise((_, reject) => {
    fail = reject;
  });
  const query: object = new Proxy(
    {},
    {
      get: (_, key) =>
        key === 'then' ? answer.then.bind(answer) : () => query,
    },
  );
  return { knex: (() => query) as any, fail: () => fail(new Error('gone')) };
}

it('works out one at a time, and the next one whatever became of it', async () => {
  const { knex, fail } = hangingDatabase();
  const previews = new AuthorizedPreview({
    knex,
    door: { reader: async () => {}, requireKind: () => {} } as any,
    visibility: {} as any,
    clock: () => new Date('2026-11-20T09:00:00Z'),
  });
  const ask = () =>
    previews.preview({ demand: {} }, { credentials: mockCredentials.user() });

  const first = ask();
  await expect(ask()).rejects.toMatchObject({
    name: 'TooManyRequestsError',
    retryAfter: 10,
  });
  fail();
  await expect(first).rejects.toThrow('gone');
  await expect(ask()).rejects.toThrow('gone');
});

it('is answered with when to come back', async () => {
  const app = express()
    .get('/', (_, __, next) => next(new TooManyRequestsError('later', 10)))
    .use(answerTooMany())
    .use(((error, _, response, __) => {
      response.status(error.statusCode).end();
    }) as express.ErrorRequestHandler);
  const { status, headers } = await request(app).get('/');
  expect([status, headers['retry-after']]).toEqual([429, '10']);
});
