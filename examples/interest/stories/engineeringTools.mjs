// Two tools that already work as small platforms, one of them with adopters.
export const engineeringTools = [
  {
    target: 'component:default/preview-environments',
    asks: [
      {
        author: 'lena',
        team: 'checkout',
        key: 'checkout-changes',
        ago: 344.3,
        urgency: 'critical',
        useCase:
          'Click through a changed checkout before it is merged, with test cards.',
        alternative: 'One shared test system, always taken by somebody.',
        usage: 'Ten changes a day',
        contribute: true,
        answers: [
          { status: 'acknowledged', ago: 340.2, by: 'finn', note: null },
          {
            status: 'planned',
            ago: 315.1,
            by: 'finn',
            note: 'You are the first team.',
          },
          {
            status: 'adopted',
            ago: 268.3,
            by: 'finn',
            note: 'Running since Monday.',
          },
        ],
      },
      {
        author: 'yuki',
        team: 'search',
        key: 'ranking-preview',
        ago: 292.1,
        useCase: 'Compare two rankings side by side on the same products.',
        alternative: 'Screenshots in the review.',
        answers: [
          { status: 'planned', ago: 260.3, by: 'ada', note: 'After Checkout.' },
          { status: 'adopted', ago: 201.2, by: 'finn', note: null },
        ],
      },
      {
        author: 'finn',
        team: 'developer-experience',
        key: 'portal-changes',
        ago: 251.2,
        useCase: 'Preview changes of the portal itself.',
      },
      {
        author: 'sofia',
        team: 'returns',
        key: 'portal-review',
        ago: 172.3,
        confirmed: 53.3,
        useCase:
          'Let customer service try a changed returns portal before customers do.',
        neededIn: -60,
        answers: [
          {
            status: 'planned',
            ago: 95.2,
            by: 'finn',
            note: 'Needs a copy of the stock data first.',
          },
        ],
      },
      {
        author: 'kwame',
        team: 'fulfilment',
        ago: 139.3,
        urgency: 'nice-to-have',
        withdrawn: 81.2,
      },
      { author: 'robin', team: 'pricing', ago: 77.4 },
      {
        author: 'priya',
        team: 'payments',
        key: 'settlement-changes',
        ago: 39.3,
        urgency: 'important',
        useCase:
          'See a changed settlement run against yesterday’s bookings before it is merged.',
        alternative: 'A dry run on a laptop, which takes an afternoon.',
        otherwise: 'wait',
        answers: [
          {
            status: 'planned',
            ago: 31.2,
            by: 'ada',
            note: 'Next quarter, once masked bookings exist.',
          },
        ],
      },
    ],
  },
  {
    target: 'component:default/service-login',
    asks: [
      {
        author: 'mateo',
        team: 'payments',
        key: 'bank-connections',
        ago: 329.1,
        urgency: 'critical',
        useCase:
          'Replace the long-lived secrets that our bank connections share.',
        alternative: 'Secrets changed by hand twice a year.',
        neededIn: -250,
        answers: [
          { status: 'acknowledged', ago: 325.2, by: 'noor', note: null },
          {
            status: 'adopted',
            ago: 247.1,
            by: 'noor',
            note: 'All four connections moved.',
          },
        ],
      },
      {
        author: 'mei',
        team: 'data-platform',
        key: 'lake-access',
        ago: 214.2,
        confirmed: 90.2,
        useCase:
          'Know which service reads which table, without a password per team.',
        usage: '30 services',
        contribute: true,
        answers: [
          { status: 'acknowledged', ago: 209.2, by: 'noor', note: null },
        ],
      },
      { author: 'jonas', team: 'delivery', ago: 151.2 },
      {
        author: 'omar',
        team: 'ads',
        key: 'brand-accounts',
        ago: 104.1,
        useCase:
          'Let brands sign in to the campaign manager with their own accounts.',
        answers: [
          {
            status: 'declined',
            ago: 101.3,
            by: 'noor',
            note: 'This is for services. People outside the company sign in elsewhere.',
          },
        ],
      },
      { author: 'tomas', team: 'checkout', ago: 57.3 },
      {
        author: 'ravi',
        team: 'partner-tech',
        key: 'share-server',
        ago: 16.2,
        useCase:
          'Let the share server reach the lake without a key that never expires.',
        neededIn: 45,
      },
    ],
  },
  {
    target: 'system:default/engineering-tools',
    asks: [
      {
        author: 'noor',
        team: 'identity',
        ago: 196.1,
        urgency: 'nice-to-have',
        withdrawn: 190.2,
      },
      { author: 'amina', team: 'search', ago: 84.3, urgency: 'nice-to-have' },
    ],
  },
];
