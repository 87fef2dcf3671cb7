// Money and prices: what other teams would read if they could.
export const shopping = [
  {
    target: 'api:default/ledger-api',
    asks: [
      {
        author: 'mateo',
        team: 'payments',
        key: 'month-end',
        ago: 287.2,
        useCase: 'Month-end balances in one call, for our own reports.',
      },
      {
        author: 'sofia',
        team: 'returns',
        key: 'refund-status',
        ago: 255.3,
        confirmed: 73.4,
        useCase:
          'Tell customers on which day their refund was booked, not only that it will be.',
        alternative:
          'Customer service asks Payments, about thirty times a day.',
        usage: '4,000 look-ups a day',
        answers: [
          { status: 'acknowledged', ago: 252.1, by: 'mateo', note: null },
          {
            status: 'planned',
            ago: 70.3,
            by: 'priya',
            note: 'Booking days come with version 3.2.',
          },
        ],
      },
      {
        author: 'lucia',
        team: 'partner-tech',
        key: 'partner-balances',
        ago: 160.4,
        useCase: 'Show partners what we owe them today on their own page.',
        neededIn: -15,
      },
      {
        author: 'kwame',
        team: 'fulfilment',
        ago: 93.2,
        urgency: 'nice-to-have',
      },
      {
        author: 'omar',
        team: 'ads',
        key: 'campaign-invoices',
        ago: 35.3,
        urgency: 'important',
        useCase:
          'Match invoices of campaigns with what was paid, without a weekly export.',
        otherwise: 'build-own',
        answers: [
          {
            status: 'acknowledged',
            ago: 32.2,
            by: 'mateo',
            note: 'How old may the data be?',
          },
        ],
      },
      { author: 'lena', team: 'checkout', ago: 5.4 },
    ],
  },
  {
    target: 'component:default/ledger-service',
    asks: [
      {
        author: 'arjun',
        team: 'data-platform',
        ago: 211.1,
        urgency: 'nice-to-have',
      },
    ],
  },
  {
    target: 'component:default/checkout-web',
    asks: [
      {
        author: 'greta',
        team: 'pricing',
        key: 'old-price',
        ago: 179.2,
        useCase:
          'Show the price of the last thirty days beside each discount, as the law asks.',
        neededIn: -90,
        urgency: 'critical',
        answers: [
          { status: 'planned', ago: 170.1, by: 'lena', note: null },
          {
            status: 'adopted',
            ago: 99.2,
            by: 'lena',
            note: 'Live in all countries.',
          },
        ],
      },
      { author: 'jonas', team: 'delivery', ago: 108.2 },
      {
        author: 'yuki',
        team: 'search',
        key: 'last-search',
        ago: 27.3,
        urgency: 'nice-to-have',
        useCase: 'Keep the last search when a customer leaves the basket.',
      },
    ],
  },
  {
    target: 'api:default/price-api',
    asks: [
      {
        author: 'omar',
        team: 'ads',
        key: 'sponsored-prices',
        ago: 243.1,
        confirmed: 127.2,
        useCase:
          'Fetch fifty prices in one call when a page of sponsored products is built.',
        alternative: 'Fifty calls, and an empty page when one is slow.',
        answers: [
          { status: 'acknowledged', ago: 238.2, by: 'greta', note: null },
        ],
      },
      {
        author: 'yuki',
        team: 'search',
        key: 'price-filter',
        ago: 129.3,
        useCase: 'Filter a thousand results by their price of this minute.',
        usage: '300 requests a second',
        answers: [
          {
            status: 'planned',
            ago: 111.2,
            by: 'greta',
            note: 'A stream of changes instead of calls. Is a minute fresh enough?',
          },
        ],
      },
      { author: 'tomas', team: 'checkout', ago: 66.1 },
      {
        author: 'lucia',
        team: 'partner-tech',
        key: 'price-history',
        ago: 21.2,
        useCase: 'Offer partners the price history of their own products.',
        otherwise: 'wait',
      },
    ],
  },
  {
    target: 'component:default/price-engine',
    asks: [
      {
        author: 'robin',
        team: 'pricing',
        ago: 222.2,
        useCase: 'Ours: run it every five minutes.',
      },
      {
        author: 'kwame',
        team: 'fulfilment',
        ago: 86.3,
        urgency: 'nice-to-have',
        withdrawn: 85.9,
      },
      { author: 'robin', team: 'ads', ago: 42.4 },
    ],
  },
  {
    target: 'component:default/campaign-manager',
    asks: [
      {
        author: 'lucia',
        team: 'partner-tech',
        key: 'partner-login',
        ago: 265.2,
        useCase: 'One sign-in for partners, here and in the recipient console.',
        answers: [
          {
            status: 'declined',
            ago: 248.3,
            by: 'omar',
            note: 'Agencies work for several brands at once, which the console cannot express.',
          },
        ],
      },
      { author: 'amina', team: 'search', ago: 116.2, urgency: 'nice-to-have' },
    ],
  },
];
