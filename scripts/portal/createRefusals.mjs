import { stripVTControlCharacters } from 'node:util';

const refusal =
  /^\S+ catalog warn (?<message>.*?) (?:\w+="[^"]*" )*entity="(?<entity>[^"]+)"/;

/**
 * Gathers what the catalog refuses, from the lines of its log: an entity with a fault in it appears on no page, so
 * that whoever wrote it would look for it in vain. The catalog repeats itself at every look at an entity.
 */
export function createRefusals() {
  const refused = new Map();
  return {
    /** Returns a sentence about an entity that a line says was refused, the first time that it says so. */
    line(text) {
      const { entity, message: full } =
        refusal.exec(stripVTControlCharacters(text))?.groups ?? {};
      // Which processor found it is of no use to who wrote the entity.
      const message = full?.replace(/^.*; caused by \w+: /, '');
      if (!entity || refused.get(entity) === message) return undefined;
      refused.set(entity, message);
      const count = refused.size > 1 ? ` (${refused.size} so far)` : '';
      return `The catalog refuses ${entity}${count}: ${message}`;
    },
    /** One sentence for all of them, and nothing where there are none. */
    summary() {
      const { size } = refused;
      if (size === 0) return undefined;
      return size === 1
        ? 'The catalog refused 1 entity, as said above.'
        : `The catalog refused ${size} entities, as said above.`;
    },
  };
}
