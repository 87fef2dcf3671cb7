import { nearEnough } from '../config/nearest';

/** A parameter as the OpenAPI document describes it. */
export interface DescribedParameter {
  readonly name: string;
  readonly example?: unknown;
  readonly schema: Readonly<Record<string, any>>;
}

/** Problem that the validator found with one value. */
export interface ParameterProblem {
  /** The keyword of the schema that the value does not meet, such as `maxLength`. */
  readonly keyword: string;
  readonly value: unknown;
}

/** The value that a parameter must have, with one that is right. */
export function describeParameter(
  { name, schema, example }: DescribedParameter,
  { keyword, value }: ParameterProblem,
): string {
  const given = [value].flat().at(-1);
  const of = schema.items ?? schema;
  const hint =
    of.enum && typeof given === 'string' && nearEnough(given, of.enum);
  const [shown] = hint ? [hint] : [example].flat();
  return `${name}: ${requirement(schema, keyword, value)}${
    shown === undefined ? '' : `, such as ${shown}`
  }`;
}

function requirement(
  schema: DescribedParameter['schema'],
  keyword: string,
  value: unknown,
): string {
  if (keyword === 'maxItems') {
    return `takes at most ${schema.maxItems} values`;
  }
  if (Array.isArray(value) && schema.type !== 'array') {
    return 'takes one value';
  }
  const of = schema.items ?? schema;
  if (of.enum) {
    return `must be one of ${of.enum.join(', ')}`;
  }
  switch (of.type) {
    case 'integer':
      return `must be a whole number from ${of.minimum} to ${of.maximum}`;
    case 'number':
      return `must be a number from ${of.minimum} to ${of.maximum}`;
    case 'boolean':
      return 'must be true or false';
    default:
      return requiredText(of, keyword);
  }
}

function requiredText(
  { minLength, maxLength }: DescribedParameter['schema'],
  keyword: string,
): string {
  if (keyword === 'required') {
    return 'is missing';
  }
  // Dates and times alone have to be longer than one letter.
  if (minLength > 1) {
    return 'must be a date or a time';
  }
  return keyword === 'maxLength'
    ? `must have at most ${maxLength} characters`
    : 'must not be empty';
}

/** Says how to mend a parameter that a request does not take. */
export function describeUnknown(
  name: string,
  known: readonly string[],
): string {
  const meant = nearEnough(name, known);
  if (meant) {
    return `${name}: is not a parameter of this request; did you mean ${meant}?`;
  }
  return `${name}: is not a parameter of this request, which takes ${
    known.length > 0 ? known.join(', ') : 'none'
  }; leave it out`;
}
