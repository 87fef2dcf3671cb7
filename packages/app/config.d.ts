export interface Config {
  auth?: {
    providers?: {
      /** Lets anybody sign in as anybody. Not offered in production. */
      development?: {
        /** People offered by name on the sign-in page. */
        people?: Array<{
          /**
           * The ref of a User in the catalog.
           * @visibility frontend
           */
          user: string;
          /**
           * Name of the person on the button. Default: the name in the ref.
           * @visibility frontend
           */
          name?: string;
          /**
           * Role that this person is good for trying out, such as `architect`.
           * @visibility frontend
           */
          hint?: string;
        }>;
      };
    };
  };
}
