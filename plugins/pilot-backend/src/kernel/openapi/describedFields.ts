type Json = Record<string, any>;

/**
 * A schema without the bounds that every integer has, which say nothing.
 *
 * @throws for a field of which its zod schema does not say what it means
 */
export function describedFields(id: string, schema: Json): Json {
  const { minimum, maximum, ...result } = schema;
  if (Number.isFinite(minimum) && minimum !== Number.MIN_SAFE_INTEGER) {
    result.minimum = minimum;
  }
  if (Number.isFinite(maximum) && maximum !== Number.MAX_SAFE_INTEGER) {
    result.maximum = maximum;
  }
  for (const key of ['oneOf', 'anyOf', 'allOf']) {
    if (result[key]) {
      result[key] = result[key].map((each: Json) => describedFields(id, each));
    }
  }
  for (const key of ['items', 'additionalProperties']) {
    if (result[key] && typeof result[key] === 'object') {
      result[key] = describedFields(id, result[key]);
    }
  }
  if (result.properties) {
    result.properties = Object.fromEntries(
      Object.entries<Json>(result.properties).map(([name, field]) => [
        name,
        described(`${id}.${name}`, field),
      ]),
    );
  }
  return result;
}

function described(id: string, field: Json): Json {
  if (!field.$ref && !field.description) {
    throw new Error(
      `The OpenAPI document does not say what ${id} is; say it by .meta({ description }) of its zod schema`,
    );
  }
  const { description, ...rest } = field;
  return field.$ref ? field : { description, ...describedFields(id, rest) };
}
