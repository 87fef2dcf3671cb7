// Feature flags: an early pilot that a few teams have noticed.
export const featureFlags = [
  {
    target: 'pilot:default/feature-flags',
    asks: [
      {
        author: 'amina',
        team: 'search',
        key: 'ranking-experiments',
        ago: 148.2,
        useCase:
          'Try a ranking on five percent of customers before everybody gets it.',
      },
      { author: 'priya', team: 'payments', ago: 133.1 },
      {
        author: 'tomas',
        team: 'checkout',
        key: 'payment-step',
        ago: 64.3,
        useCase:
          'Switch a new payment step off at once when fewer customers finish their order.',
        alternative: 'A release, which takes forty minutes on a good day.',
        otherwise: 'build-own',
        answers: [
          {
            status: 'acknowledged',
            ago: 60.1,
            by: 'yuki',
            note: 'Our service answers in 4 ms, which should do for checkout.',
          },
        ],
      },
      {
        author: 'finn',
        team: 'developer-experience',
        ago: 45.2,
        urgency: 'nice-to-have',
      },
      { author: 'omar', team: 'ads', ago: 11.3, urgency: 'nice-to-have' },
    ],
  },
  {
    target: 'api:default/flag-api',
    asks: [
      { author: 'tomas', team: 'checkout', ago: 33.4 },
      {
        author: 'yuki',
        team: 'search',
        ago: 29.2,
        useCase: 'Ours, for the ranking service.',
      },
    ],
  },
  {
    target: 'component:default/product-search',
    asks: [
      {
        author: 'robin',
        team: 'pricing',
        key: 'rank-by-margin',
        ago: 233.2,
        useCase: 'Let the margin of a product count a little in its rank.',
        answers: [
          {
            status: 'declined',
            ago: 226.3,
            by: 'amina',
            note: 'Rank follows what customers look for. Use sponsored products for the rest.',
          },
        ],
      },
      { author: 'omar', team: 'ads', ago: 119.4 },
      {
        author: 'sofia',
        team: 'returns',
        key: 'return-rate',
        ago: 54.1,
        urgency: 'nice-to-have',
        useCase:
          'Show products that are often returned for their size a little lower.',
        answers: [
          { status: 'acknowledged', ago: 49.3, by: 'yuki', note: null },
        ],
      },
    ],
  },
];
