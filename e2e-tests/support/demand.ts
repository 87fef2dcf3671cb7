import { expect } from '@playwright/test';
import { requestAs } from './requestAs';

/** Lists what the API answers a person under `/api/pilot/demand`, in its order. */
export async function listDemand(
  userRef: string,
  params: Record<string, string>,
): Promise<any[]> {
  const api = await requestAs(userRef);
  const response = await api.get('/api/pilot/demand', {
    params: { limit: '100', ...params },
  });
  expect(response.status()).toBe(200);
  const { items } = await response.json();
  await api.dispose();
  return items;
}

/** Records a need as the pages do, and gives back what the API answers. */
export async function recordInterest(
  userRef: string,
  target: string,
  body: object,
): Promise<any> {
  const api = await requestAs(userRef);
  const response = await api.put(`/api/pilot/interests/${target}`, {
    data: body,
  });
  expect([200, 201]).toContain(response.status());
  const { interest } = await response.json();
  await api.dispose();
  return interest;
}

/** Counts the needs that wait for an answer of a target's owner, as the inbox does. */
export async function countOpen(
  userRef: string,
  target: string,
): Promise<number> {
  const api = await requestAs(userRef);
  const response = await api.get('/api/pilot/interests', {
    params: {
      target,
      status: 'open',
      internal: 'false',
      total: 'true',
      limit: '1',
    },
  });
  expect(response.status()).toBe(200);
  const { total } = await response.json();
  await api.dispose();
  return total;
}

/** Takes back every need of a person for one target, so that other stories find it as it was. */
export async function withdrawAll(
  userRef: string,
  target: string,
): Promise<void> {
  const api = await requestAs(userRef);
  const response = await api.get('/api/pilot/interests', {
    params: { author: 'me', target },
  });
  expect(response.status()).toBe(200);
  const { items } = await response.json();
  for (const { id, status } of items) {
    if (status !== 'withdrawn') await api.delete(`/api/pilot/interests/${id}`);
  }
  await api.dispose();
}
