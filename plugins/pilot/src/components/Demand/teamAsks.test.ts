import { checkout, interestWith, payments } from '../../__testUtils__/world';
import { teamAsks } from './teamAsks';

describe('teamAsks', () => {
  it('takes of each team what is strongest or latest', () => {
    const asks = teamAsks([
      interestWith({
        team: payments,
        urgency: 'nice-to-have',
        specificity: 0.75,
        otherwise: null,
        status: 'open',
        statusAt: null,
        confirmedAt: '2026-11-03T00:00:00.000Z',
      }),
      interestWith({
        team: checkout,
        urgency: 'important',
        specificity: 0,
        otherwise: null,
        confirmedAt: '2026-10-01T00:00:00.000Z',
      }),
      interestWith({
        team: payments,
        urgency: 'critical',
        specificity: 0.4,
        otherwise: 'buy',
        status: 'planned',
        statusAt: '2026-11-10T00:00:00.000Z',
        confirmedAt: '2026-11-09T00:00:00.000Z',
      }),
      interestWith({
        team: payments,
        urgency: 'important',
        specificity: 0.1,
        otherwise: 'wait',
        status: 'acknowledged',
        statusAt: '2026-11-08T00:00:00.000Z',
        confirmedAt: '2026-11-01T00:00:00.000Z',
      }),
    ]);
    expect([...asks.keys()]).toEqual([payments, checkout]);
    expect(asks.get(payments)).toEqual({
      urgency: 'critical',
      specificity: 0.75,
      otherwise: 'buy',
      status: 'planned',
      confirmedAt: '2026-11-09T00:00:00.000Z',
    });
    expect(asks.get(checkout)).toEqual({
      urgency: 'important',
      specificity: 0,
      otherwise: null,
      status: 'open',
      confirmedAt: '2026-10-01T00:00:00.000Z',
    });
  });
});
