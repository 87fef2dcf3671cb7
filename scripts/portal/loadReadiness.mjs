import { sampleReadiness } from '../../examples/readiness/sampleReadiness.mjs';

/**
 * Lets the sample people say how ready the sample Pilots are, propose, decide and answer how well it works:
 * through the API, each in their own name. Nothing of it happens twice when it is repeated.
 *
 * @returns {Promise<number>} how many requests it were
 */
export async function loadReadiness({ settings, firstStart }) {
  const callers = new Callers(settings);
  const steps = sampleReadiness(firstStart);
  for (const step of steps) {
    if (step.path.endsWith('/proposals')) await propose(step, callers);
    else await callers.call(step.lapsesMs ? lapsing(step) : step);
  }
  return steps.length;
}

/** Its time begins when it is sent: before that, the catalog may have been waited for. */
function lapsing({ lapsesMs, ...step }) {
  const expiresAt = new Date(Date.now() + lapsesMs).toISOString();
  return { ...step, body: { ...step.body, expiresAt } };
}

/** Proposes what was not decided before. */
async function propose({ decision, ...step }, callers) {
  const { as, path, body } = step;
  const decided = await callers.call({
    as,
    method: 'GET',
    path: path.replace('/proposals', '/decisions'),
  });
  if (decided.items.some(({ proposed }) => proposed?.reason === body.reason)) {
    return;
  }
  const { proposal } = await callers.call(step);
  if (!decision) return;
  const { by, ...answer } = decision;
  await callers.call({
    as: by,
    method: 'POST',
    path: `${path}/${proposal.id}/decision`,
    body: { ...answer, version: proposal.version },
  });
}

/** Calls the pilot plugin in the name of sample people, or of a service. */
class Callers {
  #settings;
  #tokens = new Map();

  constructor(settings) {
    this.#settings = settings;
  }

  async call({ as, method, path, body }) {
    const response = await fetch(
      `${this.#settings.backendAddress}/api/pilot${path}`,
      {
        method,
        headers: {
          authorization: `Bearer ${await this.#tokenOf(as)}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      },
    );
    if (!response.ok) {
      throw new Error(
        `${method} ${path} of ${as ?? 'a service'} answered ${
          response.status
        }: ${await response.text()}`,
      );
    }
    return await response.json();
  }

  /** The sign-in for development gives one for every sample person. */
  async #tokenOf(person) {
    const { backendAddress, token } = this.#settings;
    if (person === null) return token;
    if (!this.#tokens.has(person)) {
      const user = encodeURIComponent(`user:default/${person}`);
      const response = await fetch(
        `${backendAddress}/api/auth/development/refresh?user=${user}`,
        { headers: { 'x-requested-with': 'XMLHttpRequest' } },
      );
      if (!response.ok) {
        throw new Error(
          `${person} cannot sign in (${
            response.status
          }): ${await response.text()}`,
        );
      }
      const { backstageIdentity } = await response.json();
      this.#tokens.set(person, backstageIdentity.token);
    }
    return this.#tokens.get(person);
  }
}
