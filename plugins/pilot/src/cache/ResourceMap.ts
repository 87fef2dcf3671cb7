import { Resource } from './Resource';

/** One resource per key, made when it is first asked for. */
export class ResourceMap<T> {
  readonly #load: (key: string) => Promise<T>;
  readonly #resources = new Map<string, Resource<T>>();

  constructor(load: (key: string) => Promise<T>) {
    this.#load = load;
  }

  get(key: string): Resource<T> {
    let resource = this.#resources.get(key);
    if (!resource) {
      resource = new Resource(() => this.#load(key));
      this.#resources.set(key, resource);
    }
    return resource;
  }

  expireAll(): void {
    this.#resources.forEach(resource => resource.expire());
  }

  expireAllBut(key: string): void {
    for (const [other, resource] of this.#resources) {
      if (other !== key) resource.expire();
    }
  }
}
