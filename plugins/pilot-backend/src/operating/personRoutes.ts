import {
  erasePersonSchema,
  withdrawPersonSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { PersonService } from './PersonService';
import { whoMay } from '../kernel/access/whoMay';
import { jsonBody, Route, route } from '../kernel/http/Route';

/** Declares the routes with which administrators act on persons. */
export function personRoutes({ persons }: { persons: PersonService }): Route[] {
  return [
    route({
      method: 'post',
      path: '/persons/erase',
      who: whoMay.administer,
      // The event does not name the person: it would be a trace of its own.
      audit: { eventId: 'person-erase', severity: 'critical' },
      cost: 'large',
      body: jsonBody(erasePersonSchema),
      parse: (_, body) => body,
      meta: ({ dryRun }) => ({ dryRun }),
      handle: async ({ parsed, options, response, note }) => {
        const erased = await persons.erase(parsed, options);
        note({ pseudonym: erased.pseudonym, places: erased.places });
        response.json(erased);
      },
    }),
    route({
      method: 'post',
      path: '/persons/withdraw',
      who: whoMay.administer,
      audit: { eventId: 'person-withdraw', severity: 'high' },
      cost: 'large',
      body: jsonBody(withdrawPersonSchema),
      parse: (_, body) => body,
      meta: ({ person, dryRun }) => ({ person, dryRun }),
      handle: async ({ parsed, options, response, note }) => {
        const answer = await persons.withdraw(parsed, options);
        note({ interests: answer.withdrawn.length });
        response.json(answer);
      },
    }),
  ];
}
