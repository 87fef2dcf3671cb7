import { CatalogService } from '@backstage/plugin-catalog-node';
import { TestCatalog } from './testCatalog';

/** A catalog that keeps one person waiting while it is held. */
export class HeldCatalog extends TestCatalog {
  readonly #user: string;
  #held?: { readonly over: Promise<void>; readonly end: () => void };
  #reached?: { readonly first: Promise<void>; readonly tell: () => void };

  constructor(user: string) {
    super();
    this.#user = user;
  }

  /** Holds whatever the person asks from now on. */
  hold(): void {
    const held = settleable();
    this.#held = { over: held.promise, end: held.settle };
    const reached = settleable();
    this.#reached = { first: reached.promise, tell: reached.settle };
  }

  /** Waits until something is held. */
  async reached(): Promise<void> {
    await this.#reached?.first;
  }

  /** Answers what is held, and holds nothing any more. */
  release(): void {
    this.#held?.end();
    this.#held = undefined;
  }

  override service(): CatalogService {
    const service = super.service();
    const wait = async (credentials: any) => {
      if (credentials.principal.userEntityRef === this.#user && this.#held) {
        this.#reached?.tell();
        await this.#held.over;
      }
    };
    return {
      ...service,
      getEntityByRef: async (ref, options) => {
        await wait(options.credentials);
        return service.getEntityByRef(ref, options);
      },
      getEntitiesByRefs: async (query, options) => {
        await wait(options.credentials);
        return service.getEntitiesByRefs(query, options);
      },
    };
  }
}

function settleable() {
  let settle = () => {};
  const promise = new Promise<void>(resolve => {
    settle = resolve;
  });
  return { promise, settle };
}
