/** Why an approver can reject a proposal and not approve it. */
export const onlyReject = ['gateClosed', 'notStated', 'wrongPhase'] as const;
