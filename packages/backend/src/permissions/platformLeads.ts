const platformLeads: readonly string[] = [
  'group:default/architects',
  'group:default/developer-experience',
];

/**
 * Whether a ref is of a Group whose members look across all teams: they may
 * record for a team that is not theirs, export everything, see what is
 * confidential, and add to the catalog by hand.
 */
export function isPlatformLead(ref: string): boolean {
  return platformLeads.includes(ref);
}
