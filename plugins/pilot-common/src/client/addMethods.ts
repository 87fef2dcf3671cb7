import type { z } from 'zod';
import type { Endpoint } from './endpoints';
import type { Call, HttpClient } from './HttpClient';
import { requestOf } from './requestOf';

/** Methods of a client that its other methods are made from. */
interface Sender {
  csv(path: string, call: Call): Promise<string>;
  answer(path: string, call: Call): Promise<Response>;
  parsed(schema: z.ZodType, path: string, call: Call): Promise<unknown>;
}

/**
 * Gives a client a method for each operation, as its interface declares them. They
 * are of the prototype, so that whoever extends the client can call `super`.
 */
export function addMethods(
  client: { readonly prototype: HttpClient },
  endpoints: Readonly<Record<string, Endpoint>>,
): void {
  for (const [name, endpoint] of Object.entries(endpoints)) {
    Object.defineProperty(client.prototype, name, {
      configurable: true,
      writable: true,
      // Named, so that the trace of an error says which call failed.
      value: {
        async [name](this: Sender, ...given: unknown[]): Promise<unknown> {
          const { path, call } = requestOf(endpoint, given);
          return answerOf(this, endpoint.answer, path, call);
        },
      }[name],
    });
  }
}

async function answerOf(
  sender: Sender,
  answer: Endpoint['answer'],
  path: string,
  call: Call,
): Promise<unknown> {
  switch (answer) {
    case 'csv':
      return sender.csv(path, call);
    case 'text':
      return (await sender.answer(path, call)).text();
    case 'nothing':
      await sender.answer(path, call);
      return undefined;
    default:
      return sender.parsed(answer, path, call);
  }
}
