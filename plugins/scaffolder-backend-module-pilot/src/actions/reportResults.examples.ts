import { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Shown with the action in the scaffolder's list of actions. */
export const reportResultsExamples: TemplateExample[] = [
  {
    description: 'Report that the security review was passed',
    example: `steps:
  - id: review
    name: Report the review
    action: pilot:report-results
    input:
      target: pilot:default/delta-sharing
      results:
        - check: governance.security-review
          verdict: pass
          evidence: https://security.example.com/reviews/42
`,
  },
  {
    description: 'Report what was missing, and when that was found out',
    example: `steps:
  - id: levels
    name: Report the service levels
    action: pilot:report-results
    input:
      target: pilot:default/delta-sharing
      results:
        - check: governance.service-levels
          verdict: fail
          note: No answer for the nights yet
          at: 2026-11-20T09:00:00Z
`,
  },
  {
    description: 'Report several checks at once',
    example: `steps:
  - id: documents
    name: Report the documents
    action: pilot:report-results
    input:
      target: component:default/delta-share-server
      results:
        - check: docs.getting-started
          verdict: pass
        - check: docs.examples
          verdict: pass
`,
  },
];
