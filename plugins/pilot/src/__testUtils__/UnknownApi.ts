import {
  PilotClient,
  type PilotApi,
} from '@pilot-to-platform/plugin-pilot-common';
import { refused } from './refused';

/** An operation of the API whose calls a test can see and answer. */
export type Fake<F extends (...args: any) => any> = jest.Mock<
  ReturnType<F>,
  any
>;

/** Names of all operations: the client has a method for each. */
function operations(): string[] {
  const names = new Set<string>();
  for (
    let part = PilotClient.prototype;
    part !== Object.prototype;
    part = Object.getPrototypeOf(part)
  ) {
    Object.getOwnPropertyNames(part).forEach(name => names.add(name));
  }
  names.delete('constructor');
  return [...names];
}

/** Answers as to what does not exist. */
export async function unknown(): Promise<never> {
  throw await refused(404, 'Nothing is known');
}

class Unknown {
  constructor() {
    for (const name of operations()) {
      Object.assign(this, { [name]: jest.fn(unknown) });
    }
  }
}

/** The whole API of a backend that knows nothing. */
export const UnknownApi = Unknown as unknown as new () => {
  [K in keyof PilotApi]: Fake<PilotApi[K]>;
};
