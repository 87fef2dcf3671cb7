// Stock, parcels and events, as the teams around them see them.
export const supplyChain = [
  {
    target: 'api:default/stock-api',
    asks: [
      {
        author: 'sofia',
        team: 'returns',
        key: 'resale',
        ago: 337.1,
        confirmed: 184.2,
        useCase:
          'Put a returned product on sale the minute it is back on the shelf.',
        alternative: 'A nightly file.',
        answers: [
          { status: 'acknowledged', ago: 330.2, by: 'kwame', note: null },
        ],
      },
      {
        author: 'jonas',
        team: 'delivery',
        key: 'promise-by-warehouse',
        ago: 246.4,
        confirmed: 118.3,
        urgency: 'critical',
        useCase:
          'Promise the day from the warehouse that really has the product.',
        alternative:
          'We guess the nearest one, and are wrong for one order in nine.',
        usage: '500 requests a second at peak',
        contribute: true,
        answers: [
          {
            status: 'planned',
            ago: 230.1,
            by: 'kwame',
            note: 'One region first.',
          },
          {
            status: 'adopted',
            ago: 124.2,
            by: 'kwame',
            note: 'All three warehouses.',
          },
        ],
      },
      { author: 'amina', team: 'search', ago: 188.3 },
      {
        author: 'lena',
        team: 'checkout',
        key: 'reserve-in-basket',
        ago: 102.3,
        useCase:
          'Reserve the last piece for ten minutes while a customer pays.',
        otherwise: 'build-own',
        answers: [
          { status: 'acknowledged', ago: 97.1, by: 'kwame', note: null },
        ],
      },
      { author: 'ravi', team: 'partner-tech', ago: 52.3 },
      { author: 'greta', team: 'pricing', ago: 23.1, urgency: 'nice-to-have' },
    ],
  },
  {
    target: 'component:default/stock-service',
    asks: [
      {
        author: 'kwame',
        team: 'fulfilment',
        ago: 163.1,
        useCase: 'Ours: count a shelf in half the time.',
      },
      {
        author: 'yuki',
        team: 'search',
        ago: 157.2,
        urgency: 'nice-to-have',
        withdrawn: 156.8,
      },
      { author: 'jonas', team: 'delivery', ago: 44.1, urgency: 'nice-to-have' },
    ],
  },
  {
    target: 'component:default/returns-portal',
    asks: [
      {
        author: 'jonas',
        team: 'delivery',
        key: 'pick-up-at-door',
        ago: 198.3,
        useCase: 'Offer that the carrier picks the parcel up at the door.',
        answers: [
          {
            status: 'planned',
            ago: 175.2,
            by: 'sofia',
            note: 'With the second carrier.',
          },
        ],
      },
      {
        author: 'lucia',
        team: 'partner-tech',
        key: 'partner-returns',
        ago: 69.2,
        useCase:
          'Returns of partners that ship themselves, with their own labels.',
        usage: '90 partners',
        neededIn: 110,
        otherwise: 'buy',
      },
    ],
  },
  {
    target: 'resource:default/order-events',
    asks: [
      {
        author: 'mateo',
        team: 'payments',
        key: 'refund-events',
        ago: 311.3,
        confirmed: 109.3,
        useCase: 'A separate event when an order is refunded only in part.',
        answers: [
          { status: 'acknowledged', ago: 306.2, by: 'arjun', note: null },
        ],
      },
      { author: 'kwame', team: 'fulfilment', ago: 220.1 },
      {
        author: 'sofia',
        team: 'returns',
        key: 'thirty-days',
        ago: 146.2,
        useCase:
          'Thirty days instead of seven, because a return comes after two weeks.',
        alternative: 'We store the stream ourselves.',
        otherwise: 'built-own',
        answers: [
          {
            status: 'declined',
            ago: 138.3,
            by: 'mei',
            note: 'Seven days stay. The event archive keeps the rest and plays it again.',
          },
        ],
      },
      { author: 'jonas', team: 'delivery', ago: 91.3 },
      {
        author: 'greta',
        team: 'pricing',
        key: 'live-sales',
        ago: 46.4,
        useCase: 'Follow sales by the minute on the days of the big discounts.',
        neededIn: 7,
        urgency: 'critical',
      },
    ],
  },
  {
    target: 'component:default/event-archive',
    asks: [
      {
        author: 'mateo',
        team: 'payments',
        key: 'audit-replay',
        ago: 361.2,
        useCase: 'Play a day of bookings again for the yearly audit.',
        neededIn: -300,
        withdrawn: 289.1,
      },
      {
        author: 'sofia',
        team: 'returns',
        key: 'late-returns',
        ago: 137.1,
        confirmed: 36.2,
        useCase:
          'Find the order events of a return that arrives after six weeks.',
        alternative: 'The copy of the stream that we keep ourselves.',
        usage: '200 look-ups a day',
        otherwise: 'built-own',
        contribute: true,
        answers: [
          {
            status: 'acknowledged',
            ago: 134.2,
            by: 'arjun',
            note: 'This is what it is for.',
          },
        ],
      },
      {
        author: 'tomas',
        team: 'checkout',
        key: 'load-test',
        ago: 50.2,
        useCase:
          'Play the busiest hour of last year against a changed checkout.',
      },
      { author: 'amina', team: 'search', ago: 0.3 },
    ],
  },
  {
    target: 'system:default/data-foundation',
    asks: [
      { author: 'noor', team: 'identity', ago: 183.4, urgency: 'nice-to-have' },
      { author: 'finn', team: 'developer-experience', ago: 75.1 },
    ],
  },
];
