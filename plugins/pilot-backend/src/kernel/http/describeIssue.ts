import { z } from 'zod';
import { nearEnough } from '../config/nearest';

/**
 * The problem as a sentence that begins with the field.
 *
 * @param schema - what was parsed with, so that a misspelt field is recognised
 */
export function describeIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
): string {
  const field = issue.path.join('.') || 'body';
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = fieldsAt(schema, issue.path);
      return issue.keys.map(key => describeUnknownField(key, known)).join('; ');
    }
    case 'invalid_type':
      return issue.input === undefined
        ? `${field}: is missing`
        : `${field}: must be ${
            issue.path.length > 0 ? issue.expected : bodyOf(issue.expected)
          }`;
    case 'invalid_value':
      return `${field}: must be one of ${issue.values.join(', ')}`;
    case 'invalid_union':
      return 'options' in issue && issue.options
        ? `${field}: must be one of ${issue.options.join(', ')}`
        : `${field}: ${issue.message}`;
    case 'too_small':
      return `${field}: ${ownWords(issue) ?? limitOf(issue, issue.minimum)}`;
    case 'too_big':
      return `${field}: ${ownWords(issue) ?? limitOf(issue, issue.maximum)}`;
    default:
      return `${field}: ${issue.message}`;
  }
}

/** Describes what a whole body, or a line, has to be. */
function bodyOf(expected: string): string {
  return expected === 'array' ? 'one JSON list' : `one JSON ${expected}`;
}

/** Returns a schema's own words about its limit, if it has any. */
function ownWords({ message }: z.core.$ZodIssue): string | undefined {
  return /^Too (?:small|big): /.test(message) ? undefined : message;
}

function limitOf(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  limit: number | bigint,
): string {
  const side = issue.code === 'too_small' ? 'at least' : 'at most';
  switch (issue.origin) {
    case 'string':
      return `must have ${side} ${limit} ${
        limit === 1 ? 'character' : 'characters'
      }`;
    case 'array':
    case 'set':
      return `must have ${side} ${limit} ${limit === 1 ? 'item' : 'items'}`;
    default:
      return `must be ${
        issue.inclusive === false
          ? `${issue.code === 'too_small' ? 'above' : 'below'} ${limit}`
          : `${side} ${limit}`
      }`;
  }
}

function describeUnknownField(key: string, known: readonly string[]): string {
  const meant = nearEnough(key, known);
  return `${key}: is not a known field; ${
    meant ? `did you mean ${meant}?` : 'leave it out'
  }`;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A thousand lines of an import may all have the same typing error. */
const written = new WeakMap<z.ZodType, JsonSchema>();

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known =
    written.get(schema) ??
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  written.set(schema, known);
  return known;
}

/** The fields of the object that a path of an input leads to. */
function fieldsAt(
  schema: z.ZodType,
  path: ReadonlyArray<PropertyKey>,
): string[] {
  const reached = path.reduce<JsonSchema[]>(
    (nodes, step) =>
      nodes.flatMap(({ properties, items }) => {
        const next =
          typeof step === 'number' ? items : properties?.[String(step)];
        return typeof next === 'object' && !Array.isArray(next)
          ? alternatives(next)
          : [];
      }),
    alternatives(jsonSchemaOf(schema)),
  );
  return [
    ...new Set(
      reached.flatMap(({ properties }) => Object.keys(properties ?? {})),
    ),
  ];
}

function alternatives(node: JsonSchema): JsonSchema[] {
  const among = node.anyOf ?? node.oneOf;
  return among ? among.flatMap(alternatives) : [node];
}
