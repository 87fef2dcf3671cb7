import { components } from './document';

type Json = Record<string, any>;

/** Place of something in an answer. */
export type Place = readonly (string | number)[];

/** An answer with everything that the document says it can hold. */
export interface FullestAnswer {
  readonly answer: object;
  /** Places of the words that an enum lists. */
  readonly words: readonly Place[];
}

/** The fullest answer by a schema of the document: nothing is null, every list has one of each shape. */
export function fullestAnswer(schema: Json): FullestAnswer {
  const words: Place[] = [];
  const answer = valueOf(schema, [], words) as object;
  return { answer, words };
}

/** The same answer with something else at a place. */
export function withAt<T>(answer: T, place: Place, value: unknown): T {
  const copy: any = structuredClone(answer);
  const last = place.at(-1)!;
  place.slice(0, -1).reduce((at, step) => at[step], copy)[last] = value;
  return copy;
}

const resolved = (schema: Json): Json =>
  schema.$ref
    ? resolved(components.schemas[schema.$ref.split('/').at(-1)])
    : schema;

const shapesOf = (schema: Json): Json[] =>
  (schema.oneOf ?? schema.anyOf)
    ?.filter(({ type }: Json) => type !== 'null')
    .map(resolved) ?? [schema];

function valueOf(given: Json, place: Place, words: Place[]): unknown {
  const schema = resolved(given);
  const shape = shapesOf(schema)[0];
  if (shape !== schema) {
    return valueOf(shape, place, words);
  }
  const [word] = schema.enum ?? ('const' in schema ? [schema.const] : []);
  if (word !== undefined) {
    if (typeof word === 'string') {
      words.push(place);
    }
    return word;
  }
  switch ([schema.type].flat().find(type => type !== 'null')) {
    case 'object':
      return fieldsOf(schema, place, words);
    case 'array':
      return shapesOf(resolved(schema.items)).map((each, at) =>
        valueOf(each, [...place, at], words),
      );
    case 'boolean':
      return true;
    case 'string':
      return 'text';
    default:
      return 1;
  }
}

function fieldsOf(schema: Json, place: Place, words: Place[]): Json {
  const { properties = {}, additionalProperties, propertyNames } = schema;
  const others = additionalProperties ? propertyNames?.enum ?? ['some'] : [];
  return Object.fromEntries(
    [
      ...Object.entries<Json>(properties),
      ...others.map((name: string) => [name, additionalProperties]),
    ].map(([name, field]) => [name, valueOf(field, [...place, name], words)]),
  );
}
