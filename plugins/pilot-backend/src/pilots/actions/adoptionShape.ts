import type { ActionZod } from '../../kernel/actions/shapes';

/** Shape of the adoption of a Pilot: whom it serves, how fast and how well. */
export const adoptionShape = (z: ActionZod) => ({
  target: z.string(),
  asOf: z.string(),
  adopters: z.number().describe('Teams that are served'),
  gained: z.number().describe('Of them, those of the last 90 days'),
  growth: z
    .array(z.object({ month: z.string(), adopters: z.number() }))
    .describe('Adopters at the end of each month, oldest first'),
  medianDays: z
    .number()
    .nullable()
    .describe('From the first ask of a team to its adoption'),
  withoutHands: z
    .number()
    .nullable()
    .describe('Share served when no manual step was left, 0 to 1'),
  satisfaction: z.object({
    mean: z.number().nullable().describe('Of the adopters, 1 to 5'),
    teams: z.number().describe('How many of them answered'),
    quarters: z.array(
      z.object({ quarter: z.string(), mean: z.number(), teams: z.number() }),
    ),
  }),
  teams: z
    .array(
      z.object({
        team: z.string(),
        askedAt: z.string(),
        adoptedAt: z.string(),
        withoutHands: z.boolean().nullable(),
        score: z.number().nullable().describe('Its latest answer'),
        note: z
          .string()
          .nullable()
          .describe('What it said; for the owner and approvers alone'),
      }),
    )
    .describe('Those of the adopters that the person can see'),
  due: z
    .array(z.string())
    .describe('Teams of the person that have not answered in this quarter'),
});
