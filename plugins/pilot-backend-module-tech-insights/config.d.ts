export interface Config {
  pilot?: {
    readiness?: {
      techInsights?: {
        /**
         * Checks in Tech Insights that answer readiness checks: their ids by
         * the ids of ours, such as `headcount.team-owner: groupOwnerCheck`.
         * Default: none.
         */
        checks?: { [check: string]: string };
      };
    };
  };
}
