// Two platforms: one that its adopters like, and one whose promises lapsed.
export const platforms = [
  {
    pilot: 'change-previews',
    attested: [
      {
        check: 'governance.security-review',
        by: 'ada',
        evidence: 'https://security.linden.example.com/reviews/254',
        days: 190,
      },
      {
        check: 'governance.data-classes',
        by: 'ada',
        evidence: 'https://wiki.linden.example.com/previews/classes',
        days: 210,
      },
      {
        check: 'governance.approval-workflow',
        by: 'ada',
        evidence: 'https://wiki.linden.example.com/previews/requests',
        note: 'All of it is self-serve.',
        days: 210,
      },
      {
        check: 'governance.service-levels',
        by: 'finn',
        evidence: 'https://wiki.linden.example.com/previews/levels',
        days: 120,
      },
      {
        check: 'governance.cost-allocation',
        by: 'finn',
        evidence: 'https://wiki.linden.example.com/previews/costs',
        days: 210,
      },
      {
        check: 'governance.tenancy',
        by: 'finn',
        evidence: 'https://wiki.linden.example.com/previews/tenancy',
        days: 190,
      },
      {
        check: 'headcount.platform-team',
        by: 'finn',
        evidence:
          'https://wiki.linden.example.com/developer-experience/charter',
        days: 340,
      },
    ],
    ratings: [
      {
        by: 'jonas',
        team: 'delivery',
        score: 5,
        note: 'We find half of our mistakes before anybody else does.',
      },
      { by: 'omar', team: 'ads', score: 4, note: null },
      {
        by: 'ravi',
        team: 'partner-tech',
        score: 4,
        note: 'A minute faster would be a five.',
      },
      { by: 'noor', team: 'identity', score: 5, note: null },
    ],
  },
  {
    pilot: 'event-replay',
    attested: [
      {
        check: 'governance.data-classes',
        by: 'mei',
        evidence: 'https://wiki.linden.example.com/archive/classes',
        days: 45,
      },
      {
        check: 'governance.service-levels',
        by: 'arjun',
        evidence: 'https://wiki.linden.example.com/archive/levels',
        lapses: true,
      },
    ],
    ratings: [
      {
        by: 'lena',
        team: 'checkout',
        score: 3,
        note: 'It works, and it takes as long as the day did.',
      },
      { by: 'greta', team: 'pricing', score: 2, note: null },
    ],
  },
];
