// Two pilots that became platforms, and one that is being built out.
export const platforms = [
  {
    target: 'pilot:default/change-previews',
    asks: [
      {
        author: 'jonas',
        team: 'delivery',
        key: 'map-changes',
        ago: 309.2,
        useCase:
          'Look at a changed map of parcel shops on a phone before it is merged.',
        answers: [
          { status: 'planned', ago: 280.1, by: 'ada', note: null },
          {
            status: 'adopted',
            ago: 190.2,
            by: 'finn',
            note: 'In use for all changes.',
          },
        ],
      },
      {
        author: 'omar',
        team: 'ads',
        key: 'placements',
        ago: 240.3,
        useCase: 'Show a brand its placement before the campaign begins.',
        answers: [{ status: 'adopted', ago: 160.3, by: 'finn', note: null }],
      },
      {
        author: 'ravi',
        team: 'partner-tech',
        ago: 203.1,
        answers: [
          { status: 'acknowledged', ago: 199.2, by: 'ada', note: null },
          { status: 'adopted', ago: 122.4, by: 'finn', note: null },
        ],
      },
      {
        author: 'noor',
        team: 'identity',
        key: 'sign-in-pages',
        ago: 168.2,
        useCase:
          'Try changed sign-in pages with a test person of each country.',
        contribute: true,
        answers: [
          {
            status: 'adopted',
            ago: 88.1,
            by: 'ada',
            note: 'The first team outside that helped to build it.',
          },
        ],
      },
      { author: 'casey', team: 'delivery', key: 'driver-app', ago: 49.3 },
      {
        author: 'mei',
        team: 'data-platform',
        ago: 6.2,
        urgency: 'nice-to-have',
      },
    ],
  },
  {
    target: 'pilot:default/event-replay',
    asks: [
      {
        author: 'lena',
        team: 'checkout',
        key: 'new-reader',
        ago: 298.3,
        useCase:
          'Fill a new basket service with the events of the last ninety days.',
        alternative: 'A copy of the stream that we run ourselves.',
        otherwise: 'built-own',
        answers: [
          { status: 'planned', ago: 271.2, by: 'mei', note: null },
          {
            status: 'adopted',
            ago: 181.3,
            by: 'arjun',
            note: 'The copy is gone.',
          },
        ],
      },
      {
        author: 'greta',
        team: 'pricing',
        ago: 192.4,
        answers: [{ status: 'adopted', ago: 77.2, by: 'mei', note: null }],
      },
      {
        author: 'tomas',
        team: 'checkout',
        key: 'load-tests',
        ago: 153.2,
        useCase: 'Play the day of the big discounts again before the next one.',
        answers: [
          {
            status: 'planned',
            ago: 140.1,
            by: 'arjun',
            note: 'When replays can run faster than the day did.',
          },
        ],
      },
    ],
  },
  {
    target: 'pilot:default/service-credentials',
    asks: [
      {
        author: 'kwame',
        team: 'fulfilment',
        key: 'scanners',
        ago: 176.1,
        urgency: 'critical',
        useCase:
          'Replace the one password that eight hundred hand scanners share.',
        alternative:
          'We change it when somebody leaves, and forget half of them.',
        usage: '800 scanners in three warehouses',
        neededIn: 80,
        answers: [
          {
            status: 'planned',
            ago: 150.2,
            by: 'noor',
            note: 'After the bank connections.',
          },
        ],
      },
      {
        author: 'finn',
        team: 'developer-experience',
        key: 'build-pipelines',
        ago: 118.3,
        useCase:
          'Let build pipelines publish without a token that never expires.',
        contribute: true,
        answers: [
          { status: 'acknowledged', ago: 111.1, by: 'noor', note: null },
        ],
      },
      { author: 'yuki', team: 'search', ago: 41.1 },
    ],
  },
];
