// Two pilots that have ended: one stays small, one was taken away.
export const endedPilots = [
  {
    target: 'pilot:default/refund-tracker',
    asks: [
      {
        author: 'sofia',
        team: 'returns',
        key: 'late-refunds',
        ago: 321.2,
        useCase: 'Answer customers of that one bank on the day that they ask.',
        answers: [{ status: 'adopted', ago: 230.3, by: 'mateo', note: null }],
      },
    ],
  },
  {
    target: 'pilot:default/nightly-extracts',
    asks: [
      {
        author: 'omar',
        team: 'ads',
        key: 'campaign-files',
        ago: 355.3,
        useCase:
          'Campaign results as files, because our brands cannot read the lake.',
        answers: [
          {
            status: 'declined',
            ago: 274.1,
            by: 'mei',
            note: 'Extracts end this year. Partner data sharing is what comes instead.',
          },
        ],
      },
      { author: 'lucia', team: 'partner-tech', ago: 341.1, withdrawn: 299.3 },
    ],
  },
];
