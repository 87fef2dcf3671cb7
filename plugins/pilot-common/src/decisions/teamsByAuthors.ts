/**
 * Author who asked for a team.
 * @public
 */
export interface TeamAuthor {
  readonly team: string;
  readonly author: string;
}

/**
 * The greatest number of teams that can each be given an author of their own
 * among those who asked for them: a matching, so that one person in three teams
 * stands for one of them, whichever it is.
 *
 * @param most - more of them are not looked for
 * @public
 */
export function teamsByAuthors(
  asked: readonly TeamAuthor[],
  most: number,
): number {
  const authorsOf = new Map<string, Set<string>>();
  for (const { team, author } of asked) {
    const authors = authorsOf.get(team);
    if (authors) {
      authors.add(author);
    } else {
      authorsOf.set(team, new Set([author]));
    }
  }
  const teamOf = new Map<string, string>();
  /** Gives a team an author, whose former team gets another one. */
  const place = (team: string, tried: Set<string>): boolean => {
    for (const author of authorsOf.get(team)!) {
      if (!tried.has(author)) {
        tried.add(author);
        const other = teamOf.get(author);
        if (other === undefined || place(other, tried)) {
          teamOf.set(author, team);
          return true;
        }
      }
    }
    return false;
  };
  let placed = 0;
  for (const team of authorsOf.keys()) {
    if (placed >= most) {
      break;
    }
    placed += place(team, new Set()) ? 1 : 0;
  }
  return placed;
}
