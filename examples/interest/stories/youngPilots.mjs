// Pilots that have been noticed by many, by few, and by their own team alone.
export const youngPilots = [
  {
    target: 'pilot:default/test-data',
    asks: [
      {
        author: 'priya',
        team: 'payments',
        key: 'settlement-tests',
        ago: 171.2,
        urgency: 'critical',
        useCase:
          'Run settlement tests on last week’s bookings, with nobody’s name in them.',
        alternative: 'Two hundred bookings that somebody made up.',
        usage: 'Every build, about 60 a day',
        answers: [
          { status: 'acknowledged', ago: 166.1, by: 'finn', note: null },
        ],
      },
      {
        author: 'tomas',
        team: 'checkout',
        key: 'baskets',
        ago: 138.2,
        useCase:
          'Baskets of real size, because ours break with more than forty lines.',
        otherwise: 'wait',
      },
      {
        author: 'sofia',
        team: 'returns',
        key: 'returns-of-a-season',
        ago: 83.2,
        confirmed: 20.1,
        useCase:
          'The returns of one whole season, to test the rush after the holidays.',
        neededIn: 50,
        answers: [
          {
            status: 'planned',
            ago: 19.2,
            by: 'ada',
            note: 'Returns come first, the rush will not wait.',
          },
        ],
      },
      {
        author: 'arjun',
        team: 'data-platform',
        key: 'masking-rules',
        ago: 61.3,
        useCase: 'Use the same masking rules for the lake, so that both agree.',
        contribute: true,
        otherwise: 'build-own',
        answers: [
          {
            status: 'acknowledged',
            ago: 55.2,
            by: 'finn',
            note: 'Let us write them once.',
          },
        ],
      },
      { author: 'noor', team: 'identity', ago: 34.2 },
      {
        author: 'kwame',
        team: 'fulfilment',
        key: 'pick-lists',
        ago: 15.3,
        useCase: 'Pick lists of a busy Monday for testing the new routes.',
        neededIn: 30,
      },
      { author: 'omar', team: 'ads', ago: 7.1, urgency: 'nice-to-have' },
    ],
  },
  {
    target: 'pilot:default/ranking-experiments',
    asks: [
      {
        author: 'omar',
        team: 'ads',
        key: 'sponsored-rank',
        ago: 109.2,
        useCase:
          'Learn how many sponsored products a page bears before people leave it.',
        otherwise: 'build-own',
        answers: [
          { status: 'acknowledged', ago: 103.1, by: 'amina', note: null },
        ],
      },
      { author: 'lena', team: 'checkout', ago: 25.3 },
    ],
  },
  {
    target: 'pilot:default/price-experiments',
    asks: [
      {
        author: 'yuki',
        team: 'search',
        key: 'discount-badges',
        ago: 76.1,
        useCase:
          'Learn whether a badge beside the price changes what people open.',
        otherwise: 'built-own',
      },
      {
        author: 'ravi',
        team: 'partner-tech',
        ago: 44.3,
        urgency: 'nice-to-have',
        answers: [
          {
            status: 'declined',
            ago: 40.2,
            by: 'greta',
            note: 'Partners set their own prices, and we may not try others on them.',
          },
        ],
      },
    ],
  },
  {
    target: 'pilot:default/price-changes',
    asks: [
      {
        author: 'amina',
        team: 'search',
        key: 'fresh-index',
        ago: 99.3,
        urgency: 'critical',
        useCase:
          'Keep prices in the index fresh without asking for a million of them.',
        alternative: 'A nightly run, and wrong prices until the next one.',
        usage: '40 changes a second',
      },
      { author: 'casey', team: 'delivery', ago: 18.2, urgency: 'nice-to-have' },
    ],
  },
  {
    target: 'pilot:default/address-check',
    asks: [
      {
        author: 'jonas',
        team: 'delivery',
        key: 'wrong-house-numbers',
        ago: 127.1,
        useCase:
          'Fewer parcels that come back for a house number that does not exist.',
        usage: '1,200 parcels a month',
      },
      { author: 'sofia', team: 'returns', ago: 37.4 },
    ],
  },
  {
    target: 'pilot:default/partner-exports',
    asks: [
      { author: 'greta', team: 'pricing', ago: 227.3, urgency: 'nice-to-have' },
    ],
  },
  {
    target: 'pilot:default/return-labels',
    asks: [
      {
        author: 'jonas',
        team: 'delivery',
        key: 'parcel-shops',
        ago: 58.1,
        useCase:
          'The same code for parcels that go out, so that shops learn one thing.',
        otherwise: 'build-own',
        answers: [
          { status: 'acknowledged', ago: 52.3, by: 'sofia', note: null },
        ],
      },
      { author: 'lucia', team: 'partner-tech', ago: 28.2 },
    ],
  },
  {
    target: 'pilot:default/carrier-labels',
    asks: [
      {
        author: 'lucia',
        team: 'partner-tech',
        key: 'small-partners',
        ago: 65.2,
        useCase:
          'Labels for the four hundred partners who send less than ten parcels a week.',
        otherwise: 'buy',
      },
    ],
  },
  {
    target: 'pilot:default/shelf-counting',
    asks: [
      {
        author: 'kwame',
        team: 'fulfilment',
        ago: 79.1,
        useCase: 'Ours: count at night what forty people count on a Sunday.',
      },
    ],
  },
  {
    target: 'pilot:default/chargeback-signals',
    asks: [
      {
        author: 'finn',
        team: 'developer-experience',
        ago: 30.2,
        urgency: 'nice-to-have',
      },
    ],
  },
];
