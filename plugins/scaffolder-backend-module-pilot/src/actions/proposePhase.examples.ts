import { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Shown with the action in the scaffolder's list of actions. */
export const proposePhaseExamples: TemplateExample[] = [
  {
    description: 'Propose to invest in a Pilot',
    example: `steps:
  - id: propose
    name: Propose build-out
    action: pilot:propose-phase
    input:
      target: pilot:default/delta-sharing
      to: build-out
      reason: Five teams wait for it, and three describe what for
`,
  },
  {
    description: 'Propose a Pilot of platform scale before its gate is open',
    example: `steps:
  - id: propose
    name: Propose build-out
    action: pilot:propose-phase
    input:
      target: pilot:default/service-credentials
      to: build-out
      reason: Every service that calls another one needs it
      bypass: true
`,
  },
  {
    description: 'Propose to keep a Pilot as a point solution',
    example: `steps:
  - id: propose
    name: Propose to keep it small
    action: pilot:propose-phase
    input:
      target: pilot:default/evening-slots
      to: point-solution
      reason: Nobody else asked in half a year, and it serves us well
`,
  },
];
