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
const proposal = [...pilot, ...id('Of a proposal')];

const answered = (description: string, value: unknown = pilotExample) => ({
  description,
  content: json('Pilot', { pilot: { summary: description, value } }),
});

const conflict = {
  409: {
    description: 'Conflicts with what stands, which is in current',
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
        'Of each Pilot once: where no phase was adopted or decided before. Logged as declared, with who adopted it. May be repeated. Services with pilot.admin, and administrators.',
      responses: {
        200: {
          description: 'What was adopted now',
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
      summary: 'Pilots by demand or readiness, with what comes next',
      description:
        'As GET /demand, for Pilots, with readiness, gate, recommendation and the proposal that waits. recommended and the order by readiness go by what was stored within the last minutes. At a past date only the parts about demand are known.',
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
      summary: 'Where a Pilot stands, and what comes next',
      description:
        'Phase, gate, open proposal and recommendation. Gate and readiness are null for who may not read readiness.',
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
        'For the owner; somebody else decides. One proposal at a time. Score, gate and readiness are kept as they are. May be repeated while it is open.',
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
      summary: 'Take a proposal back',
      description: 'For whoever made it, while it is open. May be repeated.',
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
        'For approvers, and not about their own. The gate has to be open on that day too; rejecting needs none. Of several at once the first counts, and the others are told what stands. It is never edited; the same again changes nothing.',
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
      summary: 'What was decided about a Pilot, newest first',
      description:
        'Each with score, gate and readiness as they were. A phase that the catalog declared at first sight is the oldest.',
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
      summary: 'Whom a Pilot serves, how fast and how well',
      description:
        'Interest in what implements it counts too. The numbers are the same for everybody; teams that are known only from what the caller cannot see are left out of the rows.',
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
      summary: 'Say how well it works for my team',
      description:
        'For members of a team that is served: one answer for each team and quarter (UTC), of which the last counts. A note that is left out stays; null clears it. May be repeated.',
      parameters: pilot,
      requestBody: body('Rate', {
        rate: { summary: 'With a note', value: rateExample },
      }),
      responses: {
        200: {
          description: 'The adoption with the answer',
          content: json('Adoption', {
            adoption: { summary: 'Two teams', value: adoptionExample },
          }),
        },
        ...errors(400, 403, 404, 409, 503),
      },
    },
  },
};
