/** The worlds that are measured. */
export const sizes = {
  large: { targets: 100_000, teams: 2_000, interests: 1_000_000 },
  small: { targets: 1_000, teams: 200, interests: 10_000 },
};
