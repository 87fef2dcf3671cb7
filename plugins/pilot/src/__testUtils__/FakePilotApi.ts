import { ResponseError } from '@backstage/errors';
import type {
  Demand,
  Interest,
  PilotApi,
  Recorded,
  RecordInterest,
} from '@pilot-to-platform/plugin-pilot-common';
import { demandWith, interestWith, policy } from './world';

/** A refusal as the client throws it. */
export function refused(status: number, message: string): Promise<Error> {
  const names: Record<number, string> = {
    400: 'InputError',
    403: 'NotAllowedError',
    404: 'NotFoundError',
    409: 'ConflictError',
  };
  const name = names[status] ?? 'Error';
  const body = {
    error: { name, message },
    request: { method: 'GET', url: '/' },
    response: { statusCode: status },
  };
  const json = JSON.stringify(body);
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: name,
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () => json,
    json: async () => body,
  } as Response);
}

/**
 * The API with one reader, who is the author of everything. One more interest
 * is ten more points.
 */
export class FakePilotApi implements PilotApi {
  demand: Demand;
  interests: Interest[];

  constructor(
    given: { interests?: Interest[]; demand?: Partial<Demand> } = {},
  ) {
    this.interests = given.interests ?? [];
    this.demand = demandWith(given.demand);
  }

  getDemand = jest.fn(async (target: string) => this.#demandOf(target));
  getPolicy = jest.fn(async () => policy);
  listInterests = jest.fn(async ({ target }: { target?: string }) => ({
    items: this.interests.filter(interest => interest.target === target),
  }));

  recordInterest = jest.fn(
    async (target: string, body: RecordInterest): Promise<Recorded> => {
      const { useCaseKey = 'default', ...details } = body;
      const before = this.interests.find(
        interest =>
          interest.id === body.id ||
          (!body.id &&
            interest.target === target &&
            interest.team === body.team &&
            interest.useCaseKey === useCaseKey),
      );
      const now = new Date().toISOString();
      return this.#put({
        ...(before ??
          interestWith({
            id: `i${this.interests.length + 1}`,
            target,
            useCaseKey,
            createdAt: now,
          })),
        ...(details as Partial<Interest>),
        id: before?.id ?? `i${this.interests.length + 1}`,
        confirmedAt: now,
        status:
          before && before.status !== 'withdrawn' ? before.status : 'open',
      });
    },
  );

  withdrawInterest = jest.fn(async (id: string) =>
    this.#put({ ...this.#find(id), status: 'withdrawn' }),
  );

  confirmInterest = jest.fn(async (id: string) =>
    this.#put({
      ...this.#find(id),
      confirmedAt: new Date().toISOString(),
      confirmDue: false,
    }),
  );

  importLines = jest.fn();
  exportLines = jest.fn();

  #find(id: string): Interest {
    return this.interests.find(interest => interest.id === id)!;
  }

  #put(interest: Interest): Recorded {
    const others = this.interests.filter(({ id }) => id !== interest.id);
    this.interests = [interest, ...others];
    return { interest, demand: this.#demandOf(interest.target) };
  }

  #demandOf(target: string): Demand {
    const own = this.interests.filter(
      interest =>
        interest.target === target &&
        interest.status !== 'withdrawn' &&
        interest.status !== 'declined',
    );
    const counts = {
      ...this.demand.counts,
      interests: this.demand.counts.interests + own.length,
      teams:
        this.demand.counts.teams + new Set(own.map(({ team }) => team)).size,
    };
    const score = this.demand.score + 10 * own.length;
    return { ...this.demand, target, counts, score };
  }
}
