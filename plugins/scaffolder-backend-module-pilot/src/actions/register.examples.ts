import { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Shown with the action in the scaffolder's list of actions. */
export const registerExamples: TemplateExample[] = [
  {
    description: 'Write a Pilot, and tell what looks like it',
    example: `steps:
  - id: pilot
    name: Write the Pilot
    action: pilot:register
    input:
      name: supplier-portal
      title: Supplier portal
      owner: group:default/partner-tech
      problem: Suppliers ask by mail what we pay them, and wait two days
      capability: supplier-self-service
`,
  },
  {
    description: 'Stop where something looks very much alike already',
    example: `steps:
  - id: pilot
    name: Write the Pilot
    action: pilot:register
    input:
      name: partner-files
      title: Partner files
      owner: group:default/ads
      problem: Partners wait days for data extracts that we cut by hand
      capability: data-sharing
      failFrom: 0.6
`,
  },
  {
    description: 'Say all that is known, in a folder of its own',
    example: `steps:
  - id: pilot
    name: Write the Pilot
    action: pilot:register
    input:
      name: supplier-portal
      title: Supplier portal
      description: Suppliers look up orders and payments themselves
      tags: [partners]
      owner: group:default/partner-tech
      problem: Suppliers ask by mail what we pay them, and wait two days
      system: system:default/partner-data
      implementedBy: ['component:default/recipient-console']
      decisions:
        - title: One page and no app
          rationale: Most suppliers look twice a month
      manualSteps:
        - id: add-supplier
          title: Add a supplier by hand
          minutes: 20
          timesPerMonth: 6
      successMeasures:
        - title: Suppliers who look themselves
          target: 50
      handOff:
        to: group:default/payments
        rationale: Payments answers those mails today
      path: pilots/supplier-portal.yaml
`,
  },
];
