/**
 * Use cases of one person in one target, over all teams. Withdrawn ones are
 * included: they are kept, and would otherwise be without an end.
 */
export const mostUseCases = 100;
