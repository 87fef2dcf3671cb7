import { z } from 'zod';
import { phases } from '../model/vocabulary';
import {
  complaint,
  positiveNumber,
  ref,
  refOrWebLink,
  slug,
  text,
  webLink,
} from './fieldSchemas';
import { nearestName } from './nearestName';

const decision = {
  title: text({ must: 'text', fix: 'name the choice in a few words' }),
  rationale: text({ must: 'text', fix: 'say why this was chosen' }),
  link: webLink({
    must: 'an http or https link',
    fix: 'use a full address such as https://docs.example.com/adr-7',
  }).optional(),
};

const manualStep = {
  id: slug({
    must: 'a slug of lower-case letters, digits and single dashes',
    fix: 'use an id such as create-recipient',
  }),
  title: text({ must: 'text', fix: 'say what is done by hand' }),
  minutes: positiveNumber({
    must: 'a number above 0',
    fix: "give the minutes of a person's time each time, such as 30, without quotes",
  }).optional(),
  timesPerMonth: positiveNumber({
    must: 'a number above 0',
    fix: 'give how often it is done in a month, such as 4, without quotes',
  }).optional(),
  automatedBy: refOrWebLink({
    must: 'an entity ref with its kind, or an http or https link',
    fix: 'use a ref such as template:default/create-recipient, or leave the field out while the step is manual',
  }).optional(),
};

const number = (fix: string) =>
  z.number({ error: complaint({ must: 'a number', fix }) });

const successMeasure = {
  title: text({ must: 'text', fix: 'name what is measured' }),
  target: number('give the number to reach, such as 20, without quotes'),
  current: number(
    'give the number reached by now, such as 7, without quotes',
  ).optional(),
};

const platformScale = {
  rationale: text({
    must: 'text',
    fix: 'say why this is platform-scale from day one',
  }),
};

const handOff = {
  to: ref(['Group'], {
    must: 'the Group that takes over',
    fix: 'use a ref such as group:default/data-platform',
  }),
  rationale: text({
    must: 'text',
    fix: 'say why another team will be the platform team',
  }),
};

function list<T extends z.ZodType>(item: T, fix: string) {
  return z
    .array(item, { error: complaint({ must: 'a list', fix }) })
    .optional();
}

function fields<T extends z.ZodRawShape>(shape: T, fix: string) {
  return z.strictObject(shape, {
    error: complaint({ must: 'an object', fix }),
  });
}

/**
 * The spec of a Pilot. Every message says what to do; a field that the kind
 * does not have is refused, because it is most often a misspelt one.
 */
export function createPilotSpecSchema(implementedByKinds: readonly string[]) {
  return fields(
    {
      type: text({
        must: 'text',
        fix: 'use a word of your own such as capability',
      }).optional(),
      owner: ref(['Group'], {
        must: "a Group, because a pilot is a team's",
        fix: 'use a ref such as group:default/payments',
      }),
      phase: z
        .enum(phases, {
          error: issue =>
            `must be one of ${phases.join(', ')}; use ${
              nearestName(String(issue.input), phases) ?? 'pilot'
            }, or remove the line: decisions move a Pilot on`,
        })
        .optional(),
      problem: text({
        must: 'text',
        fix: 'say whose problem this solves today, in a sentence or two',
      }),
      capability: slug({
        must: 'a slug of at most 63 lower-case letters, digits and single dashes',
        fix: 'use one such as data-sharing',
      }).optional(),
      system: ref(['System'], {
        must: 'a System',
        fix: 'use a ref such as system:default/partner-data',
      }).optional(),
      domain: ref(['Domain'], {
        must: 'a Domain',
        fix: 'use a ref such as domain:default/partners',
      }).optional(),
      implementedBy: list(
        ref(implementedByKinds, {
          must: `one of ${implementedByKinds.join(', ')}`,
          fix: 'use a ref such as component:default/recipient-service',
        }),
        'write each entity on a line of its own after a dash',
      ),
      decisions: list(
        fields(decision, 'give title and rationale'),
        'write each decision as an item with title and rationale',
      ),
      manualSteps: list(
        fields(manualStep, 'give id and title'),
        'write each step as an item with id and title',
      ),
      successMeasures: list(
        fields(successMeasure, 'give title and target'),
        'write each measure as an item with title and target',
      ),
      platformScale: fields(platformScale, 'give a rationale').optional(),
      handOff: fields(handOff, 'give to and rationale').optional(),
    },
    'add a spec with owner and problem',
  );
}

/**
 * The field names of a Pilot's spec and of the objects below it.
 * @public
 */
export const pilotFieldNames: Readonly<Record<string, readonly string[]>> = {
  spec: Object.keys(createPilotSpecSchema(['Component']).shape),
  decisions: Object.keys(decision),
  manualSteps: Object.keys(manualStep),
  successMeasures: Object.keys(successMeasure),
  platformScale: Object.keys(platformScale),
  handOff: Object.keys(handOff),
};
