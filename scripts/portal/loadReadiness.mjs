import { sampleReadiness } from '../../examples/readiness/sampleReadiness.mjs';
import { callBackend } from './callBackend.mjs';

/**
 * Lets the sample people say how ready the sample Pilots are, propose, decide and answer how well it works:
 * through the API, each in their own name. Nothing of it happens twice when it is repeated.
 *
 * @returns {Promise<number>} how many requests it were
 */
export async function loadReadiness({ settings, firstStart }) {
  const call = createCaller(settings);
  const steps = sampleReadiness(firstStart);
  for (const step of steps) {
    if (step.path.endsWith('/proposals')) await propose(step, call);
    else await call(step.lapsesMs ? lapsing(step) : step);
  }
  return steps.length;
}

/** Its time begins when it is sent: before that, the catalog may have been waited for. */
function lapsing({ lapsesMs, ...step }) {
  const expiresAt = new Date(Date.now() + lapsesMs).toISOString();
  return { ...step, body: { ...step.body, expiresAt } };
}

/** Proposes what was not decided before. */
async function propose({ decision, ...step }, call) {
  const { as, path, body } = step;
  const decided = await call({
    as,
    method: 'GET',
    path: path.replace('/proposals', '/decisions'),
  });
  if (decided.items.some(({ proposed }) => proposed?.reason === body.reason)) {
    return;
  }
  const { proposal } = await call(step);
  if (!decision) return;
  const { by, ...answer } = decision;
  await call({
    as: by,
    method: 'POST',
    path: `${path}/${proposal.id}/decision`,
    body: { ...answer, version: proposal.version },
  });
}

/** Returns a function that calls the pilot plugin in the name of a sample person, or of a service. */
function createCaller({ backendAddress, token }) {
  const tokens = new Map([[null, token]]);
  return async ({ as, method, path, body }) => {
    if (!tokens.has(as)) {
      // The sign-in for development gives one for every sample person.
      const { backstageIdentity } = await callBackend(backendAddress, {
        method: 'GET',
        path: `/api/auth/development/refresh?user=user:default/${as}`,
      });
      tokens.set(as, backstageIdentity.token);
    }
    return await callBackend(`${backendAddress}/api/pilot`, {
      as: as ?? 'a service',
      token: tokens.get(as),
      method,
      path,
      body,
    });
  };
}
