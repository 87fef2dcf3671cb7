/**
 * The Groups whose members look across all teams: they may record for a team
 * that is not theirs, export everything, and add to the catalog by hand.
 */
export const platformLeads: readonly string[] = [
  'group:default/architects',
  'group:default/developer-experience',
];
