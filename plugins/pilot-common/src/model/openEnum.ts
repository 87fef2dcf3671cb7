import { z } from 'zod';

/**
 * A word of an answer, of which newer backends may say others.
 * @public
 */
export interface OpenEnum<Word extends string> extends z.ZodType<Word, Word> {}

/**
 * A word of an answer. This version knows these; a newer backend may say another
 * one, which is kept as it is: it costs neither the answer nor what stands beside
 * it. The type names the known words, so whoever looks a word up has to have
 * something to say for one that is missing.
 */
export function openEnum<const Words extends readonly string[]>(
  words: Words,
): OpenEnum<Words[number]> {
  const schema = z.string().meta({ enum: [...words] });
  return schema as z.ZodType<unknown> as OpenEnum<Words[number]>;
}

const isAmong = (
  options: readonly z.ZodObject[],
  key: string,
  word: string,
): boolean =>
  options.some(({ shape }) => z.safeParse(shape[key], word).success);

/**
 * One of several shapes that a word in them tells apart. A shape by a word that is
 * not known here is kept as it is.
 */
export function openUnion<
  Key extends string,
  Options extends readonly [z.ZodObject, ...z.ZodObject[]],
>(
  key: Key,
  options: Options,
): z.ZodType<z.output<Options[number]>, z.input<Options[number]>> {
  const known = z.discriminatedUnion(key, options as any);
  const other = z.looseObject({
    [key]: z.string().refine(word => !isAmong(options, key, word)),
  });
  const schema = z.union([known, other]).meta({ open: true });
  return schema as z.ZodType<unknown> as z.ZodType<
    z.output<Options[number]>,
    z.input<Options[number]>
  >;
}
