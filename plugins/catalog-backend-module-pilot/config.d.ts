import { HumanDuration, JsonObject } from '@backstage/types';

export interface Config {
  pilot?: {
    interest?: {
      /**
       * The kinds of entities that an interest can be for.
       * Default: Pilot, Component, API, Resource, System.
       */
      allowedKinds?: string[];
    };
    catalog?: {
      /**
       * Pause of each replica between two requests to the pilot backend, each
       * of which waits up to 20 seconds for a change; at least 100
       * milliseconds. Default: 1 second.
       */
      pollInterval?: HumanDuration | string;
      /**
       * Interest that the catalog shows to everybody who reads it: `all`
       * (relations, the phase that demand derives, and the demand level),
       * `targets` (the same, of targets that match `filter` alone) or `off`
       * (nothing; a Pilot in phase `demand` is shown as in phase `pilot`). The
       * catalog does not filter relations by permission, so choose `off` where
       * somebody must not know who is interested. In short for `{ show: … }`.
       * Default: all.
       */
      relations?:
        | 'off'
        | 'all'
        | false
        | {
            /** The same, beside other keys. Default: all. */
            show?: 'off' | 'targets' | 'all';
            /**
             * A catalog filter predicate. Only targets that match it get relations
             * with interested and adopting teams. The catalog does not filter
             * relations by permission: whoever may read a team sees the refs of its
             * targets. Default: all targets.
             */
            filter?: JsonObject;
            /**
             * Number of teams that `hasInterestFrom` and `adoptedBy` each list
             * on one target; `interestedIn` and `adopts` of the teams are
             * always complete. Default: 500.
             */
            reverseLimit?: number;
          };
      /**
       * Registers the kind as a catalog model layer too. That is an alpha
       * feature which switches the validation of all kinds in the host's
       * catalog. Default: false.
       */
      modelLayer?: boolean;
    };
  };
}
