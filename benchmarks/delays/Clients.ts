import { CostlyRequest } from './costlyRequests';

/** Ada Nilsson, who sees everything, and the service that may export. */
export class Clients {
  readonly #url: string;
  readonly #tokens: Record<'ada' | 'service', string>;

  private constructor(url: string, ada: string) {
    this.#url = url;
    this.#tokens = { ada, service: 'pilot-development-token' };
  }

  static async signIn(url: string): Promise<Clients> {
    const answer = await fetch(
      `${url}/api/auth/development/refresh?user=user:default/ada`,
    );
    return new Clients(url, (await answer.json()).backstageIdentity.token);
  }

  /** Reads the answer to its end without keeping it. */
  async send({
    path,
    as,
    accept = 'application/json',
    body,
    lines,
  }: CostlyRequest): Promise<{ status: number; bytes: number }> {
    const sent = lines
      ? lines.map(line => `${JSON.stringify(line)}\n`).join('')
      : body && JSON.stringify(body);
    const type = lines ? 'application/x-ndjson' : 'application/json';
    const answer = await patientFetch(`${this.#url}/api/pilot/${path}`, {
      method: sent ? 'POST' : 'GET',
      body: sent,
      headers: {
        accept,
        authorization: `Bearer ${this.#tokens[as ?? 'ada']}`,
        ...(sent && { 'content-type': type }),
      },
    });
    let bytes = 0;
    for await (const chunk of answer.body!) {
      bytes += chunk.length;
    }
    return { status: answer.status, bytes };
  }

  async liveness(): Promise<void> {
    const url = `${this.#url}/.backstage/health/v1/liveness`;
    await (await patientFetch(url)).text();
  }

  /**
   * Milliseconds of the longest hold since it was last asked, and of the longest
   * by the clock of the processor.
   */
  async longestHold(): Promise<{ ms: number; busyMs: number }> {
    const answer = await patientFetch(`${this.#url}/api/loop/longest`);
    return answer.json();
  }
}

/** Again where a connection was closed, which a process that is held up for seconds does to those that wait. */
async function patientFetch(
  url: string,
  options?: RequestInit,
): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url, options);
    } catch (error) {
      if ((error as any).cause?.code !== 'ECONNRESET') {
        throw error;
      }
    }
  }
}
