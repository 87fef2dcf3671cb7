// The partner lake: one team that asks again and again, and one that asks once.
export const partnerLake = [
  {
    target: 'resource:default/partner-lake',
    asks: [
      {
        author: 'omar',
        team: 'ads',
        key: 'impressions',
        ago: 318.2,
        confirmed: 150.1,
        useCase:
          'Impressions by hour and placement, kept for two years instead of ninety days.',
        alternative: 'A copy in our own bucket.',
        otherwise: 'built-own',
        answers: [
          { status: 'acknowledged', ago: 310.3, by: 'mei', note: null },
        ],
      },
      {
        author: 'omar',
        team: 'ads',
        key: 'clicks',
        ago: 276.1,
        useCase:
          'Clicks beside the impressions, so that one query answers both.',
        answers: [
          { status: 'acknowledged', ago: 270.2, by: 'mei', note: null },
        ],
      },
      {
        author: 'omar',
        team: 'ads',
        key: 'budgets',
        ago: 205.3,
        urgency: 'critical',
        useCase: 'Budgets and spend per campaign, no more than an hour old.',
        neededIn: -130,
      },
      {
        author: 'omar',
        team: 'ads',
        key: 'brand-safety',
        ago: 121.3,
        useCase: 'Brand safety.',
      },
      {
        author: 'omar',
        team: 'ads',
        key: 'attribution',
        ago: 64.2,
        urgency: 'critical',
        useCase:
          'Orders with the campaign that led to them, for the last thirty days.',
        alternative:
          'A weekly export from the ledger that somebody starts by hand.',
      },
      {
        author: 'robin',
        team: 'ads',
        key: 'bid-prices',
        ago: 37.1,
        useCase: 'Bids that lost, to learn what a placement is worth.',
      },
      { author: 'robin', team: 'ads', key: 'forecasts', ago: 9.3 },
      {
        author: 'ravi',
        team: 'partner-tech',
        key: 'row-filters',
        ago: 166.2,
        confirmed: 48.1,
        useCase:
          'Filter rows by partner in the table itself, so that one table serves all shares.',
        usage: '200 tables, 40 partners',
        contribute: true,
        answers: [
          {
            status: 'planned',
            ago: 44.2,
            by: 'arjun',
            note: 'With the new table format, which we test now.',
          },
        ],
      },
      {
        author: 'mei',
        team: 'data-platform',
        ago: 140.1,
        useCase: 'Our own clean-up of old partitions.',
      },
    ],
  },
];
