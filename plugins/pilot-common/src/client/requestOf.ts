import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { catalogCase } from '../model/catalogCase';
import type { Endpoint } from './endpoints';
import type { Call } from './HttpClient';
import type { PilotRequestOptions } from './PilotRequestOptions';

/** The path of a request, and what goes with it. */
export interface EndpointRequest {
  readonly path: string;
  readonly call: Call;
}

/**
 * Makes a request of the arguments of a method: what the path needs, what is sent or
 * asked, and what goes along, in this order.
 *
 * @throws TypeError for a target that is no entity ref
 * @throws InputError for the ref of something else where a Pilot is meant
 */
export function requestOf(
  { method, path, query, body }: Endpoint,
  given: readonly unknown[],
): EndpointRequest {
  const left = [...given];
  const parts: Record<string, string> = {};
  if (path.includes('{name}')) {
    Object.assign(parts, partsOf(left.shift() as string, path));
  }
  if (path.includes('{id}')) {
    parts.id = left.shift() as string;
  }
  const sent = body && left.shift();
  const asked = query && (left.shift() as Call['query']);
  const along = left.shift() as PilotRequestOptions | undefined;
  return {
    path: path.replace(/\{(\w+)\}/g, (_, part) =>
      encodeURIComponent(parts[part]),
    ),
    call: {
      ...along,
      ...(method !== 'GET' && { method }),
      ...(body === 'lines' && {
        contentType: 'application/x-ndjson',
        body: sent as string,
      }),
      ...(body &&
        body !== 'lines' && {
          contentType: 'application/json',
          body: JSON.stringify(sent ?? {}),
        }),
      ...(query && { query: { ...asked } }),
    },
  };
}

/** The parts of a target's ref; the kind of a Pilot may be left out. */
function partsOf(target: string, path: string): Record<string, string> {
  // As the catalog writes refs.
  const ref = catalogCase(target);
  if (path.includes('{kind}')) {
    return { ...parseEntityRef(ref) };
  }
  const { kind, ...rest } = parseEntityRef(ref, { defaultKind: 'pilot' });
  if (kind !== 'pilot') {
    // A Pilot of that name may exist.
    throw new InputError(
      `target: must name a Pilot such as pilot:default/delta-sharing, not ${target}`,
    );
  }
  return rest;
}
