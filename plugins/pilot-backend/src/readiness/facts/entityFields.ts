import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * Reads of entities that hold whatever an entity looks like: real catalogs have
 * specs that are missing, links without a URL, and annotations that are numbers.
 */

/** A value as an object; empty where it is none. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** The objects of a list; none where it is no list. */
export function recordsOf(
  value: unknown,
): ReadonlyArray<Readonly<Record<string, unknown>>> {
  return Array.isArray(value)
    ? value.filter(
        each =>
          typeof each === 'object' && each !== null && !Array.isArray(each),
      )
    : [];
}

/** A text that says something, trimmed. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : undefined;
}

const placeholders = [
  /^(<[^<>]*>|\[[^[\]]*\]|(\$\{\{?|\{\{)[^{}]*\}\}?|\{\s*\})$/,
  /^\$[a-z]+:\s*\S+$/i,
  /^(to ?do|tb[ad]|n\/?a|none|null|undefined|unknown|change ?me|placeholder|x{3,}|[-–—.?_*\s]+)$/i,
  // In capitals, and not a name such as TODO-42 or todo-service.
  /^\W*(?:TODO|FIXME|TBD|TBA|WIP)(?![-_./\w])[^{}<>=;]*$/,
  /^\W*(?:(?:coming|available) soon|(?:still )?to be (?:written|done|added|defined|decided|determined|documented|provided|filled(?: in)?|created)|not (?:yet )?(?:written|documented|available|defined|set)(?: yet)?|not yet|work in progress|under construction|pending|later|soon)\W*$/i,
];

/**
 * True for a text that only holds the place of one: what templates leave
 * behind, what people write until they know, and `$text: …` that stands in a
 * text of several lines, where the catalog does not resolve it.
 */
export function isPlaceholder(text: string): boolean {
  return placeholders.some(pattern => pattern.test(text));
}

/** A number that can be counted with. */
export function amountOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? value
    : undefined;
}

/** A value as a link that can be followed. */
export function urlOf(value: unknown): URL | undefined {
  const text = textOf(value);
  if (!text || !/^https?:\/\//i.test(text)) {
    return undefined;
  }
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** A value as an entity ref, full and lower-case. */
export function refOf(
  value: unknown,
  defaults: { defaultKind?: string; defaultNamespace?: string } = {},
): string | undefined {
  const text = textOf(value);
  if (!text) {
    return undefined;
  }
  try {
    const ref = parseEntityRef(text, defaults);
    return /[\s/:]/.test(ref.name) ? undefined : stringifyEntityRef(ref);
  } catch {
    return undefined;
  }
}

/** The spec of an entity. */
export function specOf(entity: Entity): Readonly<Record<string, unknown>> {
  return recordOf(entity.spec);
}

/** The refs that an entity relates to, each once, in order. */
export function relatedTo(entity: Entity, type: string): string[] {
  const refs = recordsOf(entity.relations)
    .filter(relation => relation.type === type)
    .flatMap(({ targetRef }) => refOf(targetRef) ?? []);
  return [...new Set(refs)].sort();
}

/** The annotations of an entity that have a value. */
export function annotationsOf(entity: Entity): ReadonlyMap<string, string> {
  const { annotations } = recordOf(entity.metadata);
  return new Map(
    Object.entries(recordOf(annotations)).flatMap(([key, value]) => {
      const text = textOf(value);
      return text ? [[key, text] as const] : [];
    }),
  );
}

/** A link of an entity. */
export interface EntityLink {
  readonly url: URL;
  readonly title: string;
  readonly type: string;
}

/** The links of an entity that can be followed. */
export function linksOf(entity: Entity): EntityLink[] {
  const { links } = recordOf(entity.metadata);
  return recordsOf(links).flatMap(({ url, title, type }) => {
    const parsed = urlOf(url);
    return parsed
      ? [{ url: parsed, title: textOf(title) ?? '', type: textOf(type) ?? '' }]
      : [];
  });
}

/** Returns the name that people call an entity by. */
export function nameOf(entity: Entity): string {
  const { title, name } = recordOf(entity.metadata);
  const { displayName } = recordOf(specOf(entity).profile);
  return (
    textOf(displayName) ?? textOf(title) ?? textOf(name) ?? 'something unnamed'
  );
}

/** True where an entity is of a kind, whatever its spelling. */
export function isKind(entity: Entity, kind: string): boolean {
  return textOf(entity.kind)?.toLocaleLowerCase('en-US') === kind;
}
