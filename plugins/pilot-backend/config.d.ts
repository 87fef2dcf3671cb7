import { HumanDuration, JsonObject } from '@backstage/types';

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
       * The types (`spec.type`) of the Groups that an interest can be recorded
       * for, whatever their spelling. Default: `[team]` where the catalog has
       * Groups of that type, else all types.
       */
      teamTypes?: string[];
      /**
       * Whether the people of child Groups belong to the Groups above them: they
       * count among the members, act for what these own, approve where these
       * approve, and are notified with them. Default: true.
       */
      childTeams?: boolean;
    };
    demand?: {
      /**
       * Which revision of the policy this is, a whole number. A higher one
       * replaces a lower one, whatever was in force before: raise it to return to
       * a policy that was replaced. Default: 0.
       */
      revision?: number;
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
       * Default: false: phases begin at `pilot`, and an administrator can adopt
       * declared ones once.
       */
      allowDeclared?: boolean;
      /**
       * The Groups whose members approve decisions, waive checks and merge
       * targets, such as `group:default/architects`. Default: none, so that
       * nothing can be proposed.
       */
      approvers?: string[];
      gates?: {
        /** What a Pilot must have reached before it can be built out. */
        'build-out'?: {
          /**
           * Teams with counted interest, and as many different people who asked
           * for them, a whole number from 0. Default: 3.
           */
          teams?: number;
          /**
           * Counted interests that describe a use case, a whole number from 0.
           * Default: 3.
           */
          useCases?: number;
          /** The score, from 0 to below 100. Default: 40. */
          score?: number;
        };
      };
    };
    readiness?: {
      /**
       * How old the answers of the automatic sources may get before one replica
       * asks them again. Default: 15 minutes.
       */
      refresh?: HumanDuration | string;
      /**
       * How long a waiver can hold at most, in whole days. Default: 180 days.
       */
      waiverLimit?: HumanDuration | string;
      /**
       * Changes of the default checks, and checks of your own, by their id. What
       * is left out of a default check stays as it is.
       */
      checks?: {
        [id: string]: {
          /** Whether the check is asked at all. Default: true. */
          enabled?: boolean;
          /** Needed for a check of your own; a default one keeps its own. */
          dimension?: 'governance' | 'docs' | 'automation' | 'headcount';
          /** One that yes answers well. Needed for a check of your own. */
          question?: string;
          /**
           * What it counts in its dimension and overall, above 0. Default for a
           * check of your own: 1.
           */
          weight?: number;
          /**
           * The phases that cannot begin before it passes or is waived. Default
           * for a check of your own: none.
           */
          required?: Array<'build-out' | 'platform'>;
          /**
           * A filter predicate: the entities that it is asked about. Default for
           * a check of your own: `{ kind: Pilot }`.
           */
          appliesTo?: JsonObject;
          /**
           * A filter predicate that answers it: entities for which it holds pass,
           * all others fail. It takes the place of the automatic source.
           */
          predicate?: JsonObject;
          /**
           * That the owner can attest it, and for how many whole days that holds
           * at most; or false, if nobody can.
           */
          attestation?: false | { maxDays: number };
          /** Whether results can be reported for it. */
          report?: boolean;
          /**
           * Days after which an automatic or reported answer is not trusted any
           * more, above 0. Default for a check of your own: 30 if results can be
           * reported for it, else 7.
           */
          staleAfterDays?: number;
          fix?: {
            /** How to fix it. Needed for a check of your own. */
            text?: string;
            /**
             * A link, a path of the portal, or a page: `entity` (the entity's),
             * `edit` (where its YAML can be changed), `docs` (its TechDocs) or
             * `create` (software templates).
             */
            link?: string;
          };
          /**
           * Numbers above 0 that some default checks go by, such as
           * `adoptersPerPerson` of `headcount.enough-people`.
           */
          options?: { [name: string]: number };
        };
      };
    };
    privacy?: {
      /**
       * Whether it is shown who recorded an interest; if not, only for which
       * team. Default: true.
       */
      showAuthors?: boolean;
      /**
       * How long texts are kept of interests that were withdrawn, and texts that
       * were cleared or replaced. Scores do not change. Default: all are kept.
       */
      retention?: HumanDuration | string;
    };
    notifications?: {
      /**
       * What notifications hold: with `known` only what their recipients knew or
       * own, with `full` also the titles, texts and reasons of others, for portals
       * where everybody may read everything.
       * Default: known; full where `permission.enabled` is false.
       */
      details?: 'full' | 'known';
      /**
       * Where the portal shows what notifications, fixes of readiness checks and
       * links to documents lead to, below `app.baseUrl`. Default: the `path` of
       * `page:pilot`, `page:catalog/entity`, `page:techdocs/reader` and
       * `page:scaffolder` in `app.extensions`, else as below.
       */
      paths?: {
        /** The Pilots page. Default: /pilots. */
        pilots?: string;
        /** The page of an entity. Default: /catalog/:namespace/:kind/:name. */
        entity?: string;
        /** The documents of an entity. Default: /docs/:namespace/:kind/:name. */
        docs?: string;
        /** The software templates. Default: /create. */
        create?: string;
      };
    };
    catalog?: {
      /**
       * How often one replica looks through the catalog for changed owners,
       * changed implementations, and entities that are gone. Default: 5 minutes.
       */
      syncInterval?: HumanDuration | string;
    };
    limits?: {
      /**
       * Reads of more than a page: CSV, lists as they were, histories, export,
       * import, duplicates, previews. What has no place is answered with 429.
       */
      costlyReads?: {
        /** Of one person or service. */
        perPerson?: {
          /** At work at a time, 1 upwards. Default: 2. */
          running?: number;
          /** Waiting for that, 0 upwards. Default: 10. */
          waiting?: number;
        };
        /** Of everybody, in one replica. */
        inAll?: {
          /** At work at a time, 1 upwards. Default: 4. */
          running?: number;
          /** Waiting for that, 0 upwards. Default: 50. */
          waiting?: number;
        };
      };
    };
  };
}
