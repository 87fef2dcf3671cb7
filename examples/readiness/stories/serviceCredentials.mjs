// Service credentials: in build-out, about sixty per cent ready. Four things are
// left, all of them because one person does it beside other work.
export const serviceCredentials = {
  pilot: 'service-credentials',
  attested: [
    {
      check: 'governance.security-review',
      by: 'noor',
      evidence: 'https://security.linden.example.com/reviews/301',
      days: 240,
    },
    {
      check: 'governance.data-classes',
      by: 'noor',
      evidence: 'https://wiki.linden.example.com/identity/classes',
      days: 300,
    },
    {
      check: 'governance.approval-workflow',
      by: 'noor',
      evidence: 'https://wiki.linden.example.com/identity/requests',
      note: 'Self-serve for services, reviewed for people.',
      days: 300,
    },
    {
      check: 'governance.cost-allocation',
      by: 'noor',
      evidence: 'https://wiki.linden.example.com/identity/costs',
      note: 'Free until the end of the pilot.',
      // Lapses while the portal starts, as nobody can sign for the past.
      lapses: true,
    },
    {
      check: 'headcount.platform-team',
      by: 'noor',
      evidence: 'https://wiki.linden.example.com/identity/charter',
      days: 330,
    },
  ],
  reported: [
    {
      check: 'governance.service-levels',
      verdict: 'pass',
      evidence: 'https://graphs.linden.example.com/d/sign-ins?view=levels',
      note: '99.95 % in the last quarter.',
    },
  ],
  waived: [
    {
      check: 'governance.tenancy',
      by: 'ada',
      reason:
        'Environments are kept apart, teams are not yet. The change is planned for this sprint.',
      days: 10,
    },
  ],
};
