// A pilot whose end came too early for the approvers.
export const youngPilots = [
  {
    pilot: 'address-check',
    proposals: [
      {
        by: 'lena',
        to: 'point-solution',
        reason: 'It does what Checkout needs, and we have no time for more.',
        decision: {
          by: 'ines',
          decision: 'reject',
          reason:
            'Delivery pays for 1,200 parcels a month that come back. Ask them to take part first, and come again in spring.',
        },
      },
    ],
  },
];
