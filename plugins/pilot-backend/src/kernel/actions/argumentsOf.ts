import { FieldValue, valueOf } from '@pilot-to-platform/plugin-pilot-common';
import { z as schemas } from 'zod';
import type { ZodTypeAny } from 'zod/v3';
import { parseQuery } from '../http/parseQuery';
import { ActionZod, truth } from './shapes';

/** Bounds the rows of an answer: an assistant reads fewer than a screen shows. */
export const limitArgument = (most: number, usual: number) =>
  schemas
    .int()
    .min(1)
    .max(most)
    .default(usual)
    .meta({ description: `How many at most, 1 to ${most}` });

/**
 * The arguments of an action that reads what a route reads: a condition that the
 * query of the route gains is an argument with the same meaning. Of a parameter
 * that may be repeated, an action takes one value.
 */
export function argumentsOf<Query extends schemas.ZodObject>(
  z: ActionZod,
  query: Query,
): Record<keyof Query['shape'] & string, ZodTypeAny> {
  return Object.fromEntries(
    Object.entries(query.shape).map(([name, schema]) => [
      name,
      argumentOf(z, schema as schemas.ZodType),
    ]),
  ) as Record<keyof Query['shape'] & string, ZodTypeAny>;
}

/** One argument that may be left out, by the schema of a field of the API. */
export function argumentOf(z: ActionZod, schema: schemas.ZodType): ZodTypeAny {
  const type = typeOf(z, valueOf(schema));
  return (schema.isNullable() ? type.nullable() : type)
    .optional()
    .describe(meaningOf(schema));
}

/** The same value in the zod of the registry. */
export function typeOf(z: ActionZod, value: FieldValue): ZodTypeAny {
  switch (value.type) {
    case 'word':
      return z.enum(value.words as [string, ...string[]]);
    case 'truth':
      return truth(z);
    case 'number': {
      const number = z.coerce.number();
      const whole = value.whole ? number.int() : number;
      return whole.min(value.least).max(value.most);
    }
    default:
      return value.most === undefined ? z.string() : z.string().max(value.most);
  }
}

function meaningOf(schema: schemas.ZodType): string {
  const meta = schema.meta();
  const example = [meta?.example].flat()[0];
  const value = valueOf(schema);
  // How a ref or a kind is written; plain texts and numbers need no example.
  const isForm = value.type === 'text' && value.most === undefined;
  const such = isForm && example ? `, such as ${example}` : '';
  const usual =
    schema instanceof schemas.ZodDefault
      ? `; ${schema.def.defaultValue} if left out`
      : '';
  return `${meta?.description}${such}${usual}`;
}

/**
 * Parses the arguments of such an action like the query of its route. An empty
 * text says nothing: language models send it for what they leave out.
 *
 * @throws InputError that names the first argument that is wrong
 */
export function parseArguments<Query extends schemas.ZodObject>(
  query: Query,
  input: Readonly<Record<string, unknown>>,
): schemas.output<Query> {
  const shape: Readonly<Record<string, unknown>> = query.shape;
  const said = Object.entries(input).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return parseQuery(
    query,
    Object.fromEntries(
      said.map(([name, value]) => [
        name,
        isRepeated(shape[name]) ? [value] : value,
      ]),
    ),
  );
}

function isRepeated(schema: unknown): boolean {
  const inner =
    schema instanceof schemas.ZodOptional ? schema.unwrap() : schema;
  return inner instanceof schemas.ZodArray;
}
