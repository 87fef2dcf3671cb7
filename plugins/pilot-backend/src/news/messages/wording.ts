import { parseEntityRef } from '@backstage/catalog-model';
import { StoredTarget } from '../../kernel/store/targets/targetRows';
import { StoredInterest } from '../../kernel/store/interests/interestRows';

/** Long enough to recognise; the link leads to the rest. */
const longest = { title: 120, quote: 300 };
/** Of a list, so many are named. */
const mostNamed = 3;

export const myNeeds = '/pilots/my-needs';
export const portfolio = '/pilots/portfolio';

/** The statuses as people read them. */
export const statusLabels: Record<StoredInterest['status'], string> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  planned: 'Planned',
  adopted: 'Adopted',
  declined: 'Declined',
};

export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Returns what people call a target. */
export function titleOf({ title, ref }: StoredTarget): string {
  return cut(title ?? parseEntityRef(ref).name, longest.title);
}

/** Links to the demand for a target, where its interests are answered. */
export function demandOf({ ref }: StoredTarget): string {
  return `${catalogPage(ref)}/demand`;
}

/** Links to the page of a target, or to one of its tabs. */
export function pageOf({ ref }: StoredTarget, tab?: string): string {
  const page = catalogPage(ref);
  return tab ? `${page}/${tab}` : page;
}

function catalogPage(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/catalog/${path}`;
}

/** A day as people read it, in UTC; with its year where it is another one. */
export function dayOf(at: Date, now: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(at.getUTCFullYear() !== now.getUTCFullYear() && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(at);
}

/** Quotes what somebody wrote, in one line. */
export function quote(text: string): string {
  return `"${cut(text.replace(/\s+/g, ' ').trim(), longest.quote)}"`;
}

/** The first of a list, and how many more there are. */
export function some(items: readonly string[], separator = ', '): string {
  const more = items.length - mostNamed;
  const named = items.slice(0, mostNamed).join(separator);
  return more > 0 ? `${named} and ${more} more` : named;
}
