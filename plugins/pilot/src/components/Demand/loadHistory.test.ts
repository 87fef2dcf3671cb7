import type {
  DemandHistory,
  DemandHistoryQuery,
} from '@pilot-to-platform/plugin-pilot-common';
import { loadHistory } from './loadHistory';

const target = 'pilot:default/data-sharing';

function apiSince(since: string | null) {
  const asked: DemandHistoryQuery[] = [];
  return {
    asked,
    getDemandHistory: async (
      _: string,
      query: DemandHistoryQuery = {},
    ): Promise<DemandHistory> => {
      asked.push(query);
      const { from = '2025-11-21', to = '2026-11-21', step = 7 } = query;
      const summary = { first: 0, last: 47, since, policyChanges: [] };
      return { target, from, to, step, points: [], markers: [], summary };
    },
  };
}

describe('loadHistory', () => {
  it('asks for every day of three months', async () => {
    const api = apiSince(null);
    await loadHistory(api, target, { range: '3m', asOf: '2026-05-31' });
    expect(api.asked).toEqual([
      { from: '2026-02-28', to: '2026-05-31', step: 1 },
    ]);
  });

  it('asks for the weeks of a year', async () => {
    const api = apiSince('2020-01-01T00:00:00.000Z');
    await loadHistory(api, target, { range: '1y' });
    expect(api.asked).toEqual([{ to: undefined }]);
  });

  it('asks once for everything where that is less than a year', async () => {
    const api = apiSince('2026-03-01T00:00:00.000Z');
    await loadHistory(api, target, { range: 'all' });
    expect(api.asked).toHaveLength(1);
  });

  it('asks again from the first interest on, in about a hundred points', async () => {
    // 1,009 days and a half: a step of 9.7 days makes 104 points.
    const api = apiSince('2024-02-15T12:00:00.000Z');
    const history = await loadHistory(api, target, {
      range: 'all',
      asOf: '2026-11-21T10:00:00.000Z',
    });
    expect(api.asked).toEqual([
      { to: '2026-11-21' },
      { from: '2024-02-15', to: '2026-11-21', step: 10 },
    ]);
    expect(history.from).toBe('2024-02-15');
  });
});
