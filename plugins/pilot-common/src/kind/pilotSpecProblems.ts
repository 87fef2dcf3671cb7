import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { nearestName } from './nearestName';
import { createPilotSpecSchema, pilotFieldNames } from './pilotSpecSchema';

/** One thing that is wrong: where, and what to do about it. */
export interface PilotProblem {
  readonly field: string;
  readonly message: string;
}

/** Everything that is wrong with a Pilot's spec, in the order of its fields. */
export function pilotSpecProblems(options: {
  readonly spec: unknown;
  /** Of the Pilot; refs without a namespace mean it. */
  readonly namespace: string;
  readonly schema: ReturnType<typeof createPilotSpecSchema>;
}): PilotProblem[] {
  const { spec, namespace, schema } = options;
  const { error } = schema.safeParse(spec);
  return [
    ...(error?.issues ?? []).flatMap(issueProblems),
    ...repeatedSteps(spec),
    ...repeatedParts(spec, namespace),
    ...handOffToOwner(spec, namespace),
  ];
}

function issueProblems(issue: z.core.$ZodIssue): PilotProblem[] {
  if (issue.code !== 'unrecognized_keys') {
    return [{ field: fieldAt(issue.path), message: issue.message }];
  }
  const parent = issue.path.findLast(part => typeof part === 'string');
  const known = pilotFieldNames[String(parent ?? 'spec')];
  return issue.keys.map(key => {
    const near = nearestName(key, known);
    return {
      field: fieldAt([...issue.path, key]),
      message: near
        ? `is not a field of a Pilot; use ${near}`
        : `is not a field of a Pilot; remove it, or use one of ${known.join(
            ', ',
          )}`,
    };
  });
}

function fieldAt(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (field, part) =>
      typeof part === 'number'
        ? `${field}[${part}]`
        : `${field}.${String(part)}`,
    'spec',
  );
}

function repeatedSteps(spec: unknown): PilotProblem[] {
  const ids = itemsOf(spec, 'manualSteps').map(step => at(step, 'id'));
  return ids.flatMap((id, index) =>
    typeof id === 'string' && ids.indexOf(id) < index
      ? [
          {
            field: `spec.manualSteps[${index}].id`,
            message: `repeats '${id}'; give every step an id of its own`,
          },
        ]
      : [],
  );
}

function repeatedParts(spec: unknown, namespace: string): PilotProblem[] {
  const refs = itemsOf(spec, 'implementedBy').map(part =>
    fullRef(part, 'Component', namespace),
  );
  return refs.flatMap((ref, index) =>
    ref && refs.indexOf(ref) < index
      ? [
          {
            field: `spec.implementedBy[${index}]`,
            message: `repeats ${ref}; remove one of them`,
          },
        ]
      : [],
  );
}

function handOffToOwner(spec: unknown, namespace: string): PilotProblem[] {
  const to = fullRef(at(at(spec, 'handOff'), 'to'), 'Group', namespace);
  const owner = fullRef(at(spec, 'owner'), 'Group', namespace);
  return to && to === owner
    ? [
        {
          field: 'spec.handOff.to',
          message:
            'is the owner itself; name the other team, or remove handOff where the pilot team becomes the platform team',
        },
      ]
    : [];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}

function itemsOf(value: unknown, key: string): unknown[] {
  const items = at(value, key);
  return Array.isArray(items) ? items : [];
}

function fullRef(
  value: unknown,
  defaultKind: string,
  defaultNamespace: string,
): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(value, { defaultKind, defaultNamespace }),
    );
  } catch {
    return undefined;
  }
}
