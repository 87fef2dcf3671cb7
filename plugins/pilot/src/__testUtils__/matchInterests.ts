import type {
  Interest,
  ListInterestsQuery,
} from '@pilot-to-platform/plugin-pilot-common';
import { listed, reader } from './world';

const ownerOf = (target: string) =>
  listed.find(each => each.target === target)?.owner;

/** The interests that a query asks for, as the backend would choose them. */
export function matchInterests(
  interests: readonly Interest[],
  query: ListInterestsQuery,
): Interest[] {
  const { target, team, author, owner, status, internal, confirmDue } = query;
  const statuses = status === undefined ? undefined : [status].flat();
  return interests.filter(
    each =>
      (target === undefined || each.target === target) &&
      (team === undefined || each.team === team) &&
      (author === undefined ||
        each.author === (author === 'me' ? reader : author)) &&
      (owner === undefined || ownerOf(each.target) === owner) &&
      (statuses === undefined || statuses.includes(each.status)) &&
      (internal === undefined || each.internal === internal) &&
      (confirmDue === undefined || each.confirmDue === confirmDue),
  );
}
