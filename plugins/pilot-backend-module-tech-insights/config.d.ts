export interface Config {
  pilot?: {
    readiness?: {
      techInsights?: {
        /**
         * Which check in Tech Insights answers which readiness check: its id by
         * the id of ours, such as `headcount.team-owner: groupOwnerCheck`.
         * Default: none.
         */
        checks?: { [check: string]: string };
      };
    };
  };
}
