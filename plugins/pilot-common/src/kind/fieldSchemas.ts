import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { isBlank, turnedText } from '../model/visibleText';

/** Requirement of a field, and the fix where it is not met. */
export interface Rule {
  readonly must: string;
  readonly fix: string;
}

/** The message of a value that is absent, empty in YAML, or of another type. */
export function complaint({ must, fix }: Rule) {
  return (issue: { input?: unknown }) => {
    if (issue.input === undefined) {
      return `is missing; ${fix}`;
    }
    if (issue.input === null) {
      return `is empty; ${fix}, or remove the line`;
    }
    return `must be ${must}; ${fix}`;
  };
}

export function text(rule: Rule) {
  return z
    .string({ error: complaint(rule) })
    .refine(value => !isBlank(value), `is empty; ${rule.fix}`)
    .superRefine((value, ctx) => {
      const wrong = turnedText(value);
      if (wrong) ctx.addIssue(wrong);
    });
}

export function positiveNumber(rule: Rule) {
  return z
    .number({ error: complaint(rule) })
    .refine(value => value > 0, `must be ${rule.must}; ${rule.fix}`);
}

export function slug(rule: Rule) {
  return z
    .string({ error: complaint(rule) })
    .refine(
      value => value.length <= 63 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
      `must be ${rule.must}; ${rule.fix}`,
    );
}

export function webLink(rule: Rule) {
  return z
    .string({ error: complaint(rule) })
    .refine(isWebLink, `must be ${rule.must}; ${rule.fix}`);
}

/** A ref of one of the kinds; the first one is the default. */
export function ref(kinds: readonly string[], rule: Rule) {
  return z.string({ error: complaint(rule) }).superRefine((value, ctx) => {
    const kind = kindOfRef(value, kinds[0]);
    if (!kind) {
      ctx.addIssue(`must be an entity ref, not '${value}'; ${rule.fix}`);
    } else if (!kinds.some(allowed => sameName(allowed, kind))) {
      ctx.addIssue(
        `must be ${rule.must}, not the ${kind} '${value}'; ${rule.fix}`,
      );
    }
  });
}

/** A ref that says its kind, or an http(s) link. */
export function refOrWebLink(rule: Rule) {
  return z
    .string({ error: complaint(rule) })
    .refine(
      value => isWebLink(value) || kindOfRef(value) !== undefined,
      `must be ${rule.must}; ${rule.fix}`,
    );
}

function isWebLink(value: string): boolean {
  return (
    /^https?:\/\/\S+$/.test(value) && URL.canParse(value) && !turnedText(value)
  );
}

/** The catalog splits refs without looking at their characters; none is invisible. */
const refPart = /^[^\s\p{Cc}\p{Cf}<>"'`(){}\\|^/:]+$/u;

function kindOfRef(value: string, defaultKind?: string): string | undefined {
  try {
    const { kind, namespace, name } = parseEntityRef(value, { defaultKind });
    return [kind, namespace, name].every(part => refPart.test(part))
      ? kind
      : undefined;
  } catch {
    return undefined;
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}
