type Json = Record<string, any>;

/** Parameters and fields of pages that a file has no use for. */
const ofPages = ['cursor', 'limit', 'total', 'weeks'];

/**
 * The same paths, and for each that also answers CSV one of its own that answers
 * nothing else: generators of clients take one type for an answer, or one of all
 * its media types, whichever is asked for. The header `Accept` goes on to work.
 */
export function withCsvPaths<Paths extends object>(paths: Paths): Paths {
  return Object.fromEntries(
    Object.entries<Json>(paths as Json).flatMap(([path, methods]) => {
      const csv = methods.get?.responses[200].content['text/csv'];
      if (!csv) {
        return [[path, methods]];
      }
      return [
        [path, { ...methods, get: asJson(methods.get, path) }],
        [`${path}/csv`, { get: asCsv(methods.get, path, csv) }],
      ];
    }),
  ) as Paths;
}

function asJson(get: Json, path: string): Json {
  const { 'text/csv': csv, ...content } = get.responses[200].content;
  return {
    ...get,
    description: `${get.description} With the header Accept: text/csv it answers as GET ${path}/csv.`,
    responses: {
      ...get.responses,
      200: { ...get.responses[200], content },
    },
  };
}

function asCsv(get: Json, path: string, csv: Json): Json {
  const { holds, ...content } = csv;
  return {
    ...get,
    operationId: `${get.operationId}Csv`,
    summary: `${get.summary}, as CSV`,
    description: `${holds} of GET ${path}, with a header. No cell is a formula.`,
    parameters: get.parameters.filter(
      ({ name }: { name: string }) => !ofPages.includes(name),
    ),
    responses: {
      ...get.responses,
      200: {
        description: 'A table',
        content: { 'text/csv': content },
      },
    },
  };
}
