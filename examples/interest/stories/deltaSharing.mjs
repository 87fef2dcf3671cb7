// Partner data sharing: a need that spreads from one division to all four, and
// what became of it.
export const deltaSharing = [
  {
    target: 'pilot:default/delta-sharing',
    asks: [
      {
        author: 'ravi',
        team: 'partner-tech',
        key: 'settlement-files',
        ago: 352.2,
        urgency: 'critical',
        useCase:
          'Replace the settlement spreadsheets that we mail to our forty largest partners.',
        alternative: 'Two of us cut and mail files every Monday.',
      },
      {
        author: 'omar',
        team: 'ads',
        key: 'campaign-reports',
        ago: 301.3,
        confirmed: 41.2,
        urgency: 'important',
        useCase:
          'Give brands a daily table of campaign results that they can join with their own sales.',
        alternative:
          'A nightly job mails CSV files to 60 brands, and one of us answers when a file is missing.',
        neededIn: -20,
        usage: '60 brands, one table each, refreshed daily',
        otherwise: 'build-own',
        answers: [
          {
            status: 'acknowledged',
            ago: 297.1,
            by: 'dana',
            note: 'We hear this from brands as well. Let us talk about the table.',
          },
          {
            status: 'planned',
            ago: 26.3,
            by: 'dana',
            note: 'First in line once recipients no longer need us.',
          },
        ],
      },
      {
        author: 'robin',
        team: 'ads',
        ago: 262.1,
        urgency: 'nice-to-have',
        withdrawn: 240.4,
      },
      {
        author: 'sofia',
        team: 'returns',
        key: 'return-reasons',
        ago: 224.4,
        confirmed: 30.1,
        useCase:
          'Show each brand why its products come back, by size and by colour, before the next season is bought.',
        alternative: 'A slide deck each quarter.',
        usage: '15 brands, weekly',
        otherwise: 'wait',
        answers: [
          { status: 'acknowledged', ago: 219.2, by: 'ravi', note: null },
        ],
      },
      {
        author: 'kwame',
        team: 'fulfilment',
        key: 'stock-levels',
        ago: 187.3,
        confirmed: 62.2,
        useCase:
          'Let partners see the stock that we hold for them, so that they send the next truck in time.',
        otherwise: 'wait',
        answers: [
          {
            status: 'acknowledged',
            ago: 180.2,
            by: 'lucia',
            note: 'Stock tables are in the lake already. We need a data owner to say yes.',
          },
        ],
      },
      { author: 'lena', team: 'checkout', ago: 143.2 },
      {
        author: 'greta',
        team: 'pricing',
        key: 'price-benchmarks',
        ago: 98.4,
        useCase:
          'Send eleven retailers the price comparison that their contract promises them every morning.',
        alternative:
          'Our own export server, which one person knows how to restart.',
        usage: '11 retailers, daily',
        otherwise: 'built-own',
        answers: [
          { status: 'acknowledged', ago: 92.1, by: 'ravi', note: null },
        ],
      },
      {
        author: 'mei',
        team: 'data-platform',
        ago: 71.2,
        urgency: 'nice-to-have',
      },
      {
        author: 'noor',
        team: 'identity',
        key: 'audit-logs',
        ago: 58.3,
        useCase:
          'Hand the yearly access logs to the external auditors without copying them to a disk.',
        neededIn: 33,
        answers: [
          {
            status: 'declined',
            ago: 51.2,
            by: 'dana',
            note: 'The logs hold personal data, and shares are cleared for business figures only. Security keeps the present way for auditors.',
          },
        ],
      },
      {
        author: 'jonas',
        team: 'delivery',
        key: 'carrier-scorecards',
        ago: 19.3,
        urgency: 'critical',
        useCase:
          'Share late and damaged parcels with six carriers every day, as the new contracts demand.',
        alternative: 'Nothing yet. The contracts start next quarter.',
        neededIn: 72,
        usage: '6 carriers, daily, about 2 million rows',
        otherwise: 'buy',
        contribute: true,
        answers: [
          {
            status: 'acknowledged',
            ago: 0.2,
            by: 'dana',
            note: 'Six recipients by hand are possible. Talk to us before you buy.',
          },
        ],
      },
      {
        author: 'arjun',
        team: 'data-platform',
        key: 'vendor-forecasts',
        ago: 8.2,
        urgency: 'important',
        useCase:
          'Exchange demand forecasts with the vendor of our planning tool, in both directions.',
        usage: 'One vendor, hourly',
        contribute: true,
      },
    ],
  },
  {
    target: 'api:default/recipient-api',
    asks: [
      {
        author: 'omar',
        team: 'ads',
        key: 'self-serve-recipients',
        ago: 131.4,
        confirmed: 24.3,
        urgency: 'important',
        useCase:
          'Create and remove recipients from the campaign manager when a brand signs or leaves.',
        alternative: 'We write to Partner Tech and wait a day or two.',
        otherwise: 'wait',
        contribute: true,
        answers: [
          {
            status: 'planned',
            ago: 22.1,
            by: 'lucia',
            note: 'Creating comes first, removing a month later.',
          },
        ],
      },
      {
        author: 'kwame',
        team: 'fulfilment',
        ago: 88.1,
        urgency: 'nice-to-have',
      },
      { author: 'jonas', team: 'delivery', ago: 13.4 },
    ],
  },
  {
    target: 'component:default/delta-share-server',
    asks: [
      {
        author: 'greta',
        team: 'pricing',
        key: 'second-server',
        ago: 154.2,
        urgency: 'nice-to-have',
        useCase: 'Run a server of our own beside this one.',
        withdrawn: 112.3,
      },
      {
        author: 'arjun',
        team: 'data-platform',
        key: 'read-metrics',
        ago: 47.2,
        urgency: 'nice-to-have',
        useCase:
          'See how many bytes each share reads, so that the lake can charge them to the right team.',
      },
    ],
  },
];
