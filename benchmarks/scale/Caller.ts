import { performance } from 'node:perf_hooks';

/** A request, and what is to come back. */
export interface Call {
  readonly method?: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly body?: object;
}

/** A person of the sample organisation at a backend. */
export class Caller {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url: string, person: string): Promise<Caller> {
    const answer = await fetch(
      `${url}/api/auth/development/refresh?user=user:default/${person}`,
    );
    const { token } = (await answer.json()).backstageIdentity;
    return new Caller(url, token);
  }

  /** Sends a request and measures until the answer is read. */
  async call({ method = 'GET', path, body }: Call): Promise<{
    ms: number;
    json: any;
  }> {
    const start = performance.now();
    const answer = await fetch(`${this.#url}/api/${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
      },
    });
    const text = await answer.text();
    const ms = performance.now() - start;
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    return { ms, json: JSON.parse(text) };
  }
}
