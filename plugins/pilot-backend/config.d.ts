import { HumanDuration } from '@backstage/types';

export interface Config {
  pilot?: {
    interest?: {
      /**
       * The kinds of entities that an interest can be for.
       * Default: Pilot, Component, API, Resource, System.
       */
      allowedKinds?: string[];
      /**
       * After how long authors are asked whether they still need it, whatever
       * the half-life is. Default: 120 days.
       */
      confirmAfter?: HumanDuration | string;
      /**
       * The types (`spec.type`) of the groups that an interest can be recorded
       * for. Default: groups of all types.
       */
      teamTypes?: string[];
    };
    demand?: {
      /**
       * How long it takes an interest that nobody confirms to weigh half; at
       * least 7 days. Default: 120 days.
       */
      halfLife?: HumanDuration | string;
      /**
       * How much the parts of the score weigh. They add up to 1 after the
       * defaults are filled in. Default: number 0.3, breadth 0.4, specific 0.3.
       */
      weights?: {
        /** How many interests there are, repeats of a team with diminishing return. */
        number?: number;
        /** How many teams they are from. */
        breadth?: number;
        /** How much of them is described. */
        specific?: number;
      };
      /**
       * The sum at which a part of the score is half-way to its highest value,
       * above 0. Default: number 5, breadth 3, specific 2.
       */
      halfPoints?: {
        number?: number;
        breadth?: number;
        specific?: number;
      };
      /**
       * What each described detail of an interest adds to its specificity. They
       * add up to 1 after the defaults are filled in. Default: useCase 0.4,
       * alternative 0.2, neededBy 0.15, expectedUsage 0.15, contribute 0.1.
       */
      specificity?: {
        useCase?: number;
        alternative?: number;
        neededBy?: number;
        expectedUsage?: number;
        contribute?: number;
      };
      /**
       * The score from which a level begins, rising, between 0 and 100.
       * Default: emerging 20, strong 40, proven 60.
       */
      levels?: {
        emerging?: number;
        strong?: number;
        proven?: number;
      };
    };
    decisions?: {
      /**
       * Whether a phase that a Pilot's YAML declares when the Pilot is first
       * seen is taken over, shown as declared and not decided.
       * Default: true.
       */
      allowDeclared?: boolean;
      /**
       * The Groups whose members approve decisions and merge targets, such as
       * `group:default/architects`. Default: none.
       */
      approvers?: string[];
    };
    privacy?: {
      /**
       * Whether it is shown who recorded an interest; if not, only for which
       * team. Default: true.
       */
      showAuthors?: boolean;
    };
    catalog?: {
      /**
       * How often one replica looks through the catalog for changed owners,
       * changed implementations, and entities that are gone. Default: 5 minutes.
       */
      syncInterval?: HumanDuration | string;
    };
  };
}
