// Partner data sharing: half ready, its gate to build-out is open, and the
// proposal waits for somebody to decide it.
export const deltaSharing = {
  pilot: 'delta-sharing',
  attested: [
    {
      check: 'governance.data-classes',
      by: 'lucia',
      evidence: 'https://wiki.linden.example.com/partner-data/classes',
      note: 'Business figures only, nothing that names a person.',
      days: 200,
    },
    {
      check: 'governance.approval-workflow',
      by: 'dana',
      verdict: 'fail',
      evidence: 'https://wiki.linden.example.com/partner-data/requests',
      note: 'Every request is a talk with us for now.',
      days: 60,
    },
  ],
  reported: [
    {
      check: 'governance.security-review',
      verdict: 'fail',
      evidence: 'https://security.linden.example.com/reviews/318',
      note: 'Two findings are open: tokens live too long, and nobody is told of a new reader.',
    },
  ],
  proposals: [
    {
      by: 'dana',
      to: 'build-out',
      reason:
        'Eight teams of all divisions wait for it, two of them build their own, and the carrier contracts start next quarter.',
    },
  ],
};
