// Masked test data: another team approved the investment, everything that is
// required is there, and nobody has proposed the launch yet.
export const testData = {
  pilot: 'test-data',
  attested: [
    {
      check: 'governance.security-review',
      by: 'finn',
      evidence: 'https://security.linden.example.com/reviews/309',
      note: 'Passed, with the masking rules read line by line.',
      days: 270,
    },
    {
      check: 'governance.data-classes',
      by: 'finn',
      evidence: 'https://wiki.linden.example.com/test-data/classes',
      days: 320,
    },
    {
      check: 'governance.approval-workflow',
      by: 'finn',
      evidence: 'https://wiki.linden.example.com/test-data/requests',
      days: 320,
    },
    {
      check: 'governance.tenancy',
      by: 'ada',
      evidence: 'https://wiki.linden.example.com/test-data/tenancy',
      days: 150,
    },
    {
      check: 'headcount.platform-team',
      by: 'finn',
      evidence: 'https://wiki.linden.example.com/developer-experience/charter',
      days: 340,
    },
  ],
  waived: [
    {
      check: 'governance.service-levels',
      by: 'kwame',
      reason:
        'Tests can wait an hour. Levels are agreed when the first team cannot.',
      days: 150,
    },
  ],
  proposals: [
    {
      by: 'finn',
      to: 'build-out',
      reason:
        'Seven teams test on orders that somebody made up, and four of them say what they would do with real ones.',
      decision: {
        by: 'kwame',
        decision: 'approve',
        reason:
          'The one gap that every division names. Masking comes first, speed later.',
      },
    },
  ],
};
