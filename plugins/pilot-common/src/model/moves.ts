import { z } from 'zod';
import { entityRefSchema, requiredText } from './fields';

const another = {
  path: ['into'],
  error: 'must be another ref than from',
};

const moveReason = requiredText(2000, 'say why; the log keeps it');

/**
 * The body of `POST /merges/teams`: moves everything of a renamed team.
 * @public
 */
export const moveTeamSchema = z
  .strictObject({
    from: entityRefSchema({ kind: 'group' }).meta({
      description: 'The target that gives its interest',
    }),
    into: entityRefSchema({ kind: 'group' }).meta({
      description: 'The target that gets the interest',
    }),
    reason: moveReason.meta({ description: 'Reason; the log keeps it' }),
  })
  .refine(({ from, into }) => from !== into, another);

/**
 * Renaming of a team as a client sends it; see {@link moveTeamSchema}.
 * @public
 */
export type MoveTeam = z.input<typeof moveTeamSchema>;

/**
 * The body of `POST /merges/persons`: moves everything of a renamed person.
 * @public
 */
export const movePersonSchema = z
  .strictObject({
    from: entityRefSchema({ kind: 'user' }).meta({
      description: 'The target that gives its interest',
    }),
    into: entityRefSchema({ kind: 'user' }).meta({
      description: 'The target that gets the interest',
    }),
    reason: moveReason.meta({ description: 'Reason; the log keeps it' }),
  })
  .refine(({ from, into }) => from !== into, another);

/**
 * Renaming of a person as a client sends it; see {@link movePersonSchema}.
 * @public
 */
export type MovePerson = z.input<typeof movePersonSchema>;
