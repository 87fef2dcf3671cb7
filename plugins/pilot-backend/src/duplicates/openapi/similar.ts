import {
  fragmentationQuerySchema,
  pageQuerySchema,
  similarQuerySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  dismissedExample,
  dismissExample,
  fragmentationExample,
  mergeExample,
  mergeResultExample,
  movedPersonExample,
  movedTeamExample,
  movePersonExample,
  moveTeamExample,
  orphanedPersonPageExample,
  orphanedTeamPageExample,
  orphanPageExample,
  similarExample,
} from './similarExamples';
import { parametersOf } from '../../kernel/openapi/parametersOf';
import { body, errors, id, json } from '../../kernel/openapi/parts';

export const similarPaths = {
  '/similar': {
    get: {
      operationId: 'findSimilar',
      tags: ['duplicates'],
      summary: 'Entities similar to a target, or to words',
      description:
        'Most similar first. At least one of target, title, text and capability is required.',
      parameters: parametersOf(similarQuerySchema),
      responses: {
        200: {
          description: 'The similar entities, with the reasons',
          content: json('Similar', {
            similar: { summary: 'One Pilot', value: similarExample },
          }),
        },
        ...errors(400, 403, 404),
      },
    },
  },
  '/fragmentation': {
    get: {
      operationId: 'getFragmentation',
      tags: ['duplicates'],
      summary: 'Capabilities that several teams build',
      description:
        'Groups of targets that look alike or share a capability, with the teams that build or buy their own; most teams first.',
      parameters: parametersOf(fragmentationQuerySchema),
      responses: {
        200: {
          description: 'The groups',
          content: json('Fragmentation', {
            groups: { summary: 'One group', value: fragmentationExample },
          }),
        },
        ...errors(400, 403, 404, 429),
      },
    },
  },
  '/fragmentation/dismissals': {
    post: {
      operationId: 'dismissFragmentation',
      tags: ['duplicates'],
      summary: 'Say that a group is no duplicate',
      description:
        'For owners of a member, approvers and administrators. May be repeated.',
      requestBody: body('Dismiss', {
        reason: { summary: 'With its reason', value: dismissExample },
      }),
      responses: {
        200: {
          description: 'Dismissed',
          content: json('Dismissed', {
            id: { summary: 'For withdrawing it', value: dismissedExample },
          }),
        },
        ...errors(400, 403, 404, 409, 503),
      },
    },
  },
  '/fragmentation/dismissals/{id}': {
    delete: {
      operationId: 'restoreFragmentation',
      tags: ['duplicates'],
      summary: 'Withdraw a dismissal',
      description: 'The group appears again. May be repeated.',
      parameters: id('Of a dismissal'),
      responses: {
        204: { description: 'Withdrawn' },
        ...errors(400, 403, 404, 503),
      },
    },
  },
  '/merges': {
    post: {
      operationId: 'mergeTargets',
      tags: ['duplicates'],
      summary: 'Move all interest of one target to another',
      description:
        'Every interest keeps its id and age. For approvers and administrators. A repeated request moves nothing.',
      requestBody: body('Merge', {
        merge: { summary: 'Two Pilots of one need', value: mergeExample },
      }),
      responses: {
        200: {
          description: 'Moved',
          content: json('MergeResult', {
            moved: { summary: 'Three interests', value: mergeResultExample },
          }),
        },
        ...errors(400, 403, 404, 409, 503),
      },
    },
  },
  '/merges/teams': {
    post: {
      operationId: 'moveTeam',
      tags: ['duplicates'],
      summary: 'Move everything of a renamed team',
      description:
        'The catalog must have the new ref, and not the old one. Past dates stay as they were seen. A repeated request moves nothing. For services with pilot.admin, and administrators.',
      requestBody: body('MoveTeam', {
        move: { summary: 'A team with a new name', value: moveTeamExample },
      }),
      responses: {
        200: {
          description: 'Moved',
          content: json('MergeResult', {
            moved: { summary: 'Four interests', value: movedTeamExample },
          }),
        },
        ...errors(400, 403, 404, 409, 429, 503),
      },
    },
  },
  '/merges/persons': {
    post: {
      operationId: 'movePerson',
      tags: ['persons'],
      summary: 'Move everything of a renamed person',
      description:
        'The catalog must have the new ref, and not the old one. Past dates stay as they were seen. A repeated request moves nothing. For services with pilot.admin, and administrators.',
      requestBody: body('MovePerson', {
        move: { summary: 'A person with a new name', value: movePersonExample },
      }),
      responses: {
        200: {
          description: 'Moved',
          content: json('MergeResult', {
            moved: { summary: 'Two interests', value: movedPersonExample },
          }),
        },
        ...errors(400, 403, 404, 409, 429, 503),
      },
    },
  },
  '/orphans/teams': {
    get: {
      operationId: 'listOrphanedTeams',
      tags: ['duplicates'],
      summary: 'Teams that the catalog no longer knows',
      description:
        'Those with interest, the latest first. For services with pilot.admin, and administrators.',
      parameters: parametersOf(pageQuerySchema),
      responses: {
        200: {
          description: 'A page',
          content: json('OrphanedTeamPage', {
            page: { summary: 'One team', value: orphanedTeamPageExample },
          }),
        },
        ...errors(400, 403),
      },
    },
  },
  '/orphans/persons': {
    get: {
      operationId: 'listOrphanedPersons',
      tags: ['persons'],
      summary: 'Authors whom the catalog does not know',
      description:
        'Those with interest, in the order of their refs, without erased persons. For services with pilot.admin, and administrators.',
      parameters: parametersOf(pageQuerySchema),
      responses: {
        200: {
          description: 'A page',
          content: json('OrphanedPersonPage', {
            page: { summary: 'One person', value: orphanedPersonPageExample },
          }),
        },
        ...errors(400, 403, 429),
      },
    },
  },
  '/orphans': {
    get: {
      operationId: 'listOrphans',
      tags: ['duplicates'],
      summary: 'Interest in entities that the catalog no longer has',
      description: 'For services with pilot.admin, and administrators.',
      parameters: parametersOf(pageQuerySchema),
      responses: {
        200: {
          description: 'A page',
          content: json('OrphanPage', {
            page: { summary: 'One renamed API', value: orphanPageExample },
          }),
        },
        ...errors(400, 403),
      },
    },
  },
};
