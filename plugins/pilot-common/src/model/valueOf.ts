import { z } from 'zod';

/**
 * Value of one field of a request, for those who describe the same field in
 * another zod: whether it may be absent, `null` or several is not in it.
 * @public
 */
export type FieldValue =
  | { readonly type: 'word'; readonly words: readonly string[] }
  | { readonly type: 'truth' }
  | {
      readonly type: 'number';
      readonly least: number;
      readonly most: number;
      readonly whole: boolean;
    }
  /** At most `most` characters; absent where the schema itself judges the text. */
  | { readonly type: 'text'; readonly most?: number };

/**
 * Returns what a field of a request takes, by its schema. A day, a ref and what a
 * person typed are texts, which that schema judges.
 * @public
 */
export function valueOf(schema: z.ZodType): FieldValue {
  if (schema instanceof z.ZodArray) {
    return valueOf(schema.element as z.ZodType);
  }
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return valueOf(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodEnum) {
    return { type: 'word', words: schema.options as string[] };
  }
  if (schema instanceof z.ZodBoolean) {
    return { type: 'truth' };
  }
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue, isInt } = schema;
    return {
      type: 'number',
      least: minValue ?? -Infinity,
      most: maxValue ?? Infinity,
      whole: isInt,
    };
  }
  const most = schema instanceof z.ZodString ? schema.maxLength : null;
  return { type: 'text', ...(most !== null && { most }) };
}
