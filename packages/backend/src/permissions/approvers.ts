const approvers: readonly string[] = [
  'group:default/architects',
  'group:default/pilot-approvers',
];

/**
 * Whether a ref is of a Group whose members waive checks and decide proposals,
 * as `pilot.decisions.approvers` of the samples lists them. The plugin itself
 * lets nobody else, and nobody for their own.
 */
export function isApprover(ref: string): boolean {
  return approvers.includes(ref);
}
