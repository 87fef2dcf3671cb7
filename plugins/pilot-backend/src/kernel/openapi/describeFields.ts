import { glossary } from './glossary';

type Json = Record<string, any>;

/**
 * Says of every field of a schema what it means, in which unit and range. A word
 * means the same everywhere; where it does not, `parent.field` says so.
 *
 * @throws for a field that the glossary does not have
 */
export function describeFields(id: string, schema: Json): Json {
  return described(schema, id);
}

function described(schema: Json, parent: string): Json {
  const { minimum, maximum, ...result } = schema;
  // The bounds that every integer has say nothing.
  if (Number.isFinite(minimum) && minimum !== Number.MIN_SAFE_INTEGER) {
    result.minimum = minimum;
  }
  if (Number.isFinite(maximum) && maximum !== Number.MAX_SAFE_INTEGER) {
    result.maximum = maximum;
  }
  for (const key of ['oneOf', 'anyOf', 'allOf']) {
    if (result[key]) {
      result[key] = result[key].map((each: Json) => described(each, parent));
    }
  }
  for (const key of ['items', 'additionalProperties']) {
    if (result[key] && typeof result[key] === 'object') {
      result[key] = described(result[key], parent);
    }
  }
  if (result.properties) {
    result.properties = Object.fromEntries(
      Object.entries<Json>(result.properties).map(([name, field]) => [
        name,
        field.$ref
          ? field
          : { ...meaningOf(name, parent), ...described(field, name) },
      ]),
    );
  }
  return result;
}

function meaningOf(name: string, parent: string): Json {
  const meaning = glossary[`${parent}.${name}`] ?? glossary[name];
  if (!meaning) {
    throw new Error(
      `The glossary of the OpenAPI document does not say what ${parent}.${name} is`,
    );
  }
  return typeof meaning === 'string' ? { description: meaning } : meaning;
}
