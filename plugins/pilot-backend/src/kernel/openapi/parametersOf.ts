import { z } from 'zod';

type Property = z.core.JSONSchema.BaseSchema & { readonly example?: unknown };

/** Describes the parameters of a query to the document, by the schema that parses them. */
export function parametersOf(query: z.ZodObject) {
  const { properties = {}, required = [] } = z.toJSONSchema(query, {
    io: 'input',
  });
  return Object.entries(properties).map(([name, property]) => {
    const { description, example, ...schema } = property as Property;
    return {
      name,
      in: 'query',
      required: required.includes(name),
      description:
        schema.type === 'array'
          ? `${description}; may be repeated: any of them`
          : description,
      // Refs may be written as they are: ":" and "/" are legal in a query.
      allowReserved: true,
      example,
      schema: inOrder(schema),
    };
  });
}

/** The same with the type first, and the default last. */
function inOrder({
  type,
  items,
  default: usual,
  ...limits
}: z.core.JSONSchema.BaseSchema): object {
  const schema = { type, items, ...limits, default: usual };
  return Object.fromEntries(
    Object.entries(schema).filter(([, value]) => value !== undefined),
  );
}
