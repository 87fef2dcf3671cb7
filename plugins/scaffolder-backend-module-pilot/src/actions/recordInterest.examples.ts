import { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Shown with the action in the scaffolder's list of actions. */
export const recordInterestExamples: TemplateExample[] = [
  {
    description: 'Record that a team needs an API',
    example: `steps:
  - id: need
    name: Record the need
    action: pilot:record-interest
    input:
      target: api:default/orders
      team: group:default/payments
`,
  },
  {
    description: 'Describe the use case, so that the need counts in full',
    example: `steps:
  - id: need
    name: Record the need
    action: pilot:record-interest
    input:
      target: pilot:default/delta-sharing
      team: group:default/payments
      useCaseKey: weekly-extracts
      urgency: critical
      useCase: Settlement extracts for the auditors, every week
      alternative: We mail spreadsheets
      neededBy: 2027-03-01
      expectedUsage: 40 extracts a week
      otherwise: build-own
      contribute: true
`,
  },
  {
    description: 'Record a need for several entities at once',
    example: `steps:
  - id: needs
    name: Record the needs
    action: pilot:record-interest
    each: ['api:default/orders', 'api:default/refunds']
    input:
      target: \${{ each.value }}
      team: group:default/payments
      urgency: nice-to-have
`,
  },
];
