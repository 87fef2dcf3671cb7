import {
  listPilotsQuerySchema,
  pageQuerySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  adoptedPhasesExample,
  adoptionCsvExample,
  adoptionExample,
  bypassExample,
  decideExample,
  decidedMeanwhileExample,
  decidedPilotExample,
  decisionPageExample,
  decisionsCsvExample,
  pilotExample,
  pilotPageExample,
  pilotsCsvExample,
  proposeExample,
  rateExample,
  rejectExample,
} from './pilotsExamples';
import { parametersOf } from '../../kernel/openapi/parametersOf';
import {
  body,
  csv,
  errors,
  id,
  json,
  target,
} from '../../kernel/openapi/parts';

/** Namespace and name: the kind is known. */
const pilot = target.slice(1);
const proposal = [...pilot, ...id('Id of a proposal')];

const answered = (description: string, value: unknown = pilotExample) => ({
  description,
  content: json('Pilot', { pilot: { summary: description, value } }),
});

const conflict = {
  409: {
    description: 'Conflicts with the present state, which is in current',
    content: json('PilotConflict', {
      decided: {
        summary: 'Decided meanwhile',
        value: decidedMeanwhileExample,
      },
    }),
  },
};

export const pilotPaths = {
  '/pilots/declared-phases': {
    post: {
      operationId: 'adoptDeclaredPhases',
      tags: ['pilots'],
      summary: 'Adopt the phases that Pilots declare',
      description:
        'Once for each Pilot, where no phase was adopted or decided before. The log records the phase as declared, and the caller. May be repeated. For services with pilot.admin, and administrators.',
      responses: {
        200: {
          description: 'The phases adopted now',
          content: json('AdoptedPhases', {
            adopted: { summary: 'One Pilot', value: adoptedPhasesExample },
          }),
        },
        ...errors(403, 429, 503),
      },
    },
  },
  '/pilots': {
    get: {
      operationId: 'listPilots',
      tags: ['pilots'],
      summary: 'Pilots by demand or readiness, with recommendations',
      description:
        'As GET /demand, for Pilots, with readiness, gate, recommendation and open proposal. The filter recommended and the order by readiness use values that are at most some minutes old. For a past date, only the parts about demand are known.',
      parameters: parametersOf(listPilotsQuerySchema),
      responses: {
        200: {
          description: 'A page',
          content: {
            ...json('PilotPage', {
              page: { summary: 'A page', value: pilotPageExample },
            }),
            ...csv('All pages', pilotsCsvExample),
          },
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
  '/pilots/{namespace}/{name}': {
    get: {
      operationId: 'getPilot',
      tags: ['pilots'],
      summary: 'One Pilot: its phase, gate and recommendation',
      description:
        'Phase, gate, open proposal and recommendation. Gate and readiness are null for callers who may not read readiness.',
      parameters: pilot,
      responses: {
        200: answered('The Pilot'),
        ...errors(400, 403, 404, 503),
      },
    },
  },
  '/pilots/{namespace}/{name}/proposals': {
    post: {
      operationId: 'proposePhase',
      tags: ['pilots'],
      summary: 'Propose another phase',
      description:
        'For the owner; somebody else decides. One proposal at a time. The proposal keeps the present score, gate and readiness. May be repeated while it is open.',
      parameters: pilot,
      requestBody: body('Propose', {
        invest: { summary: 'Through the gate', value: proposeExample },
        bypass: { summary: 'Past the gate', value: bypassExample },
      }),
      responses: {
        200: answered('Proposed already'),
        201: answered('Proposed'),
        ...errors(400, 403, 404, 503),
        ...conflict,
      },
    },
  },
  '/pilots/{namespace}/{name}/proposals/{id}': {
    delete: {
      operationId: 'withdrawProposal',
      tags: ['pilots'],
      summary: 'Withdraw a proposal',
      description:
        'For the person who made it, while it is open. May be repeated.',
      parameters: proposal,
      responses: {
        200: answered('Withdrawn', { ...pilotExample, proposal: null }),
        ...errors(400, 403, 404, 503),
        ...conflict,
      },
    },
  },
  '/pilots/{namespace}/{name}/proposals/{id}/decision': {
    post: {
      operationId: 'decideProposal',
      tags: ['pilots'],
      summary: 'Approve or reject a proposal',
      description:
        'For approvers, and not for their own proposals. An approval needs an open gate; a rejection does not. If several people decide at once, the first wins, and the others get 409 with the present state. A decision is never edited; a repeated request changes nothing.',
      parameters: proposal,
      requestBody: body('Decide', {
        approve: { summary: 'Approved', value: decideExample },
        reject: { summary: 'Rejected', value: rejectExample },
      }),
      responses: {
        200: answered('Decided', decidedPilotExample),
        ...errors(400, 403, 404, 503),
        ...conflict,
      },
    },
  },
  '/pilots/{namespace}/{name}/decisions': {
    get: {
      operationId: 'listDecisions',
      tags: ['pilots'],
      summary: 'Decisions about a Pilot, newest first',
      description:
        'Each with the score, gate and readiness of its day. A declared phase is the oldest.',
      parameters: [...pilot, ...parametersOf(pageQuerySchema)],
      responses: {
        200: {
          description: 'A page',
          content: {
            ...json('DecisionPage', {
              page: { summary: 'A page', value: decisionPageExample },
            }),
            ...csv('All pages', decisionsCsvExample),
          },
        },
        ...errors(400, 403, 404, 429, 503),
      },
    },
  },
  '/pilots/{namespace}/{name}/adoption': {
    get: {
      operationId: 'getAdoption',
      tags: ['pilots'],
      summary: 'The teams that a Pilot serves, how fast and how well',
      description:
        'Interest in its parts counts too. The numbers are the same for everybody; the rows leave out teams that are known only from entities that the caller cannot see.',
      parameters: pilot,
      responses: {
        200: {
          description: 'The adoption',
          content: {
            ...json('Adoption', {
              adoption: { summary: 'Two teams', value: adoptionExample },
            }),
            ...csv('The teams', adoptionCsvExample),
          },
        },
        ...errors(400, 403, 404, 429, 503),
      },
    },
  },
  '/pilots/{namespace}/{name}/satisfaction': {
    put: {
      operationId: 'rateSatisfaction',
      tags: ['pilots'],
      summary: 'Rate how well a Pilot works for my team',
      description:
        'For members of a team that the Pilot serves: one rating for each team and quarter (UTC), of which the last counts. A note that is left out stays; null clears it. May be repeated.',
      parameters: pilot,
      requestBody: body('Rate', {
        rate: { summary: 'With a note', value: rateExample },
      }),
      responses: {
        200: {
          description: 'The adoption with the rating',
          content: json('Adoption', {
            adoption: { summary: 'Two teams', value: adoptionExample },
          }),
        },
        ...errors(400, 403, 404, 409, 503),
      },
    },
  },
};
