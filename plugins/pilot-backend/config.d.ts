import { HumanDuration, JsonObject } from '@backstage/types';

export interface Config {
  pilot?: {
    interest?: {
      /**
       * The kinds of entities that people can record interest for.
       * Default: Pilot, Component, API, Resource, System.
       */
      allowedKinds?: string[];
      /**
       * How long after the last confirmation a reminder asks the author whether
       * the interest still stands, whatever the half-life is. Default: 120 days.
       */
      confirmAfter?: HumanDuration | string;
      /**
       * The types (`spec.type`) of the Groups that people can record interest
       * for, in upper or lower case. Default: `[team]` where the catalog has
       * Groups of that type, else all types.
       */
      teamTypes?: string[];
      /**
       * True: the members of child Groups also belong to the Groups above them.
       * They count among the members, act for entities that these own, approve
       * where these approve, and get their notifications. Default: true.
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
       * The time after which an interest that nobody confirms weighs half; at
       * least 7 days. Default: 120 days.
       */
      halfLife?: HumanDuration | string;
      /**
       * The weights of the parts of the score. They add up to 1 after the
       * defaults are filled in. Default: number 0.3, breadth 0.4, specific 0.3.
       */
      weights?: {
        /** Weight of the number of interests, repeats of a team with diminishing return. */
        number?: number;
        /** Weight of the number of teams. */
        breadth?: number;
        /** Weight of the described details. */
        specific?: number;
      };
      /**
       * The sum at which a part of the score reaches half of its highest value,
       * above 0. Default: number 5, breadth 3, specific 2.
       */
      halfPoints?: {
        number?: number;
        breadth?: number;
        specific?: number;
      };
      /**
       * The specificity that each described detail of an interest adds. They
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
       * True: the backend takes over the phase that a Pilot's YAML declares when
       * the catalog first shows the Pilot, and shows it as declared.
       * Default: false: every Pilot begins at `pilot`, and an administrator can
       * adopt declared phases once.
       */
      allowDeclared?: boolean;
      /**
       * The Groups whose members decide proposals, waive checks and merge
       * targets, such as `group:default/architects`. Default: none, so that
       * nobody can propose anything.
       */
      approvers?: string[];
      gates?: {
        /** The conditions that a Pilot must meet before it can be built out. */
        'build-out'?: {
          /**
           * Teams with counted interest, with as many different authors, a whole
           * number from 0. Default: 3.
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
       * The longest time that a waiver can hold, in whole days. Default: 180 days.
       */
      waiverLimit?: HumanDuration | string;
      /**
       * Changes of default checks and checks of your own, by their id. A field of
       * a default check that is left out keeps its default.
       */
      checks?: {
        [id: string]: {
          /** False: the check is switched off. Default: true. */
          enabled?: boolean;
          /** Needed for a check of your own; a default one keeps its own. */
          dimension?: 'governance' | 'docs' | 'automation' | 'headcount';
          /** A question to which yes is the good answer. Needed for a check of your own. */
          question?: string;
          /**
           * Its weight in the scores, of its dimension and overall, above 0. Default
           * for a check of your own: 1.
           */
          weight?: number;
          /**
           * The phases that cannot begin before it passes or is waived. Default
           * for a check of your own: none.
           */
          required?: Array<'build-out' | 'platform'>;
          /**
           * A filter predicate: the entities that it applies to. Default for a
           * check of your own: `{ kind: Pilot }`.
           */
          appliesTo?: JsonObject;
          /**
           * A filter predicate that answers it: entities that match pass, all
           * others fail. It replaces the automatic source.
           */
          predicate?: JsonObject;
          /**
           * Allows the owner to attest it, for at most so many whole days; or
           * false, if nobody can.
           */
          attestation?: false | { maxDays: number };
          /** True: CI and other services can report results. */
          report?: boolean;
          /**
           * Days after which an automatic or reported answer no longer counts,
           * above 0. Default for a check of your own: 30 if it takes reports, else
           * 7.
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
           * Numbers above 0 that some default checks use, such as
           * `adoptersPerPerson` of `headcount.enough-people`.
           */
          options?: { [name: string]: number };
        };
      };
    };
    privacy?: {
      /**
       * True: people see who recorded an interest. False: they see only its team.
       * Default: true.
       */
      showAuthors?: boolean;
      /**
       * How long the backend keeps texts of withdrawn interests, and texts that
       * were cleared or replaced. Scores do not change. Default: for ever.
       */
      retention?: HumanDuration | string;
    };
    notifications?: {
      /**
       * How much notifications say: with `known` only what their recipients knew
       * or own, with `full` also titles, texts and reasons of others, for portals
       * where everybody may read everything.
       * Default: known; full where `permission.enabled` is false.
       */
      details?: 'full' | 'known';
      /**
       * Paths of the pages to which notifications, fixes of readiness checks and
       * links to documents lead, below `app.baseUrl`. Default: the `path` of
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
       * How often one replica compares the stored facts with the catalog: owners,
       * parts, and entities that are gone. Default: 5 minutes.
       */
      syncInterval?: HumanDuration | string;
    };
    limits?: {
      /**
       * Requests that read more than a page: CSV, lists of a past date, histories,
       * export, import, duplicates, previews. Without a place, they get 429.
       */
      costlyReads?: {
        /** Requests of one person or service. */
        perPerson?: {
          /** Running at a time, 1 upwards. Default: 2. */
          running?: number;
          /** Waiting, 0 upwards. Default: 10. */
          waiting?: number;
        };
        /** Requests of all callers together, in one replica. */
        inAll?: {
          /** Running at a time, 1 upwards. Default: 4. */
          running?: number;
          /** Waiting, 0 upwards. Default: 50. */
          waiting?: number;
        };
      };
    };
  };
}
