import { phases } from './vocabulary';

const text = (description: string) => ({
  type: 'string',
  minLength: 1,
  description,
});

const list = (description: string, items: ReturnType<typeof record>) => ({
  type: 'array',
  description,
  items,
});

function record(
  required: readonly string[],
  properties: Readonly<Record<string, { type: string; description: string }>>,
) {
  return {
    type: 'object',
    required: [...required],
    additionalProperties: false,
    properties: { ...properties },
  };
}

/**
 * The `spec` of a Pilot as JSON schema: shapes only. That refs name what they
 * should, that links are links and that ids are unique is the validator's.
 */
export const pilotSpecSchema = {
  type: 'object',
  required: ['owner', 'problem'],
  properties: {
    type: text('Free text, such as capability'),
    owner: text("Ref of the Group whose pilot it is; a pilot is a team's"),
    phase: {
      type: 'string',
      enum: [...phases],
      description: 'The phase declared at first sight; then decisions rule',
    },
    problem: text('Whose problem it solves, today'),
    capability: {
      type: 'string',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      description: 'Slug that re-implementations of one capability share',
    },
    system: text('Ref of the System that it is part of'),
    domain: text('Ref of the Domain that it is part of'),
    implementedBy: {
      type: 'array',
      description: 'Refs of the entities that implement it',
      items: { type: 'string', minLength: 1 },
    },
    decisions: list(
      'Technology choices made',
      record(['title', 'rationale'], {
        title: text('What was chosen'),
        rationale: text('Why'),
        link: text('Where to read more'),
      }),
    ),
    manualSteps: list(
      'Operations still done by hand, each to become a platform feature',
      record(['id', 'title'], {
        id: text('Slug, unique within the Pilot'),
        title: text('What is done by hand'),
        minutes: {
          type: 'number',
          description: "Minutes of a person's time, each time",
        },
        timesPerMonth: {
          type: 'number',
          description: 'Number of times in a month',
        },
        automatedBy: text('Ref of an entity, or URL; absent while manual'),
      }),
    ),
    successMeasures: list(
      'What tells that the pilot works',
      record(['title', 'target'], {
        title: text('What is measured'),
        target: { type: 'number', description: 'Number to reach' },
        current: { type: 'number', description: 'Number reached by now' },
      }),
    ),
    platformScale: {
      ...record(['rationale'], { rationale: text('Why') }),
      description:
        'Declared to be of platform scale from day one; still needs an approval',
    },
    handOff: {
      ...record(['to', 'rationale'], {
        to: text('Ref of the Group that takes over'),
        rationale: text('Why the pilot team will not be the platform team'),
      }),
      description:
        'Group that will run it as a platform instead of the pilot team',
    },
  },
};
