import { openapiDocument } from '../app/document';
import { TestPortal } from './testPortal';

interface Operation {
  readonly path: string;
  readonly hasPast: boolean;
  readonly asCsv: boolean;
}

/** Every path that can be read, of the document, so that none is forgotten. */
const operations: Operation[] = Object.entries<Record<string, any>>(
  openapiDocument.paths,
)
  .filter(([, methods]) => methods.get)
  .map(([path, { get }]) => ({
    path,
    hasPast: (get.parameters ?? []).some(
      ({ name }: { name: string }) => name === 'asOf',
    ),
    asCsv: JSON.stringify(get.responses[200]).includes('text/csv'),
  }));

const forServices = /^\/(export|orphans)/;

function urlsOf(
  { path, hasPast }: Operation,
  about: { refs: readonly string[]; dates: readonly string[] },
): string[] {
  const isPilots = path.startsWith('/pilots/');
  const refs = path.includes('{') || path === '/similar' ? about.refs : [''];
  return refs
    .filter(ref => !isPilots || ref.startsWith('pilot:'))
    .flatMap(ref => {
      const [kind, namespace, name] = ref.split(/[:/]/);
      const url = path
        .replace('{kind}', kind)
        .replace('{namespace}', namespace)
        .replace('{name}', name);
      const plain = path === '/similar' ? `${url}?target=${ref}` : url;
      return [
        plain,
        ...(hasPast ? about.dates.map(date => `${url}?asOf=${date}`) : []),
      ];
    });
}

/** Hides what differs by database: names of changes, and positions in lists. */
const comparable = (text: string) =>
  text
    .replace(/"watch":"[^"]+"/g, '"watch":"…"')
    .replace(/"nextCursor":"[^"]+"/g, '"nextCursor":"…"');

/**
 * Reads the answers of every path of the API that can be read to some people,
 * now and at past dates, by the call.
 */
export async function everyAnswer(
  portal: TestPortal,
  about: {
    readonly people: readonly string[];
    readonly refs: readonly string[];
    readonly dates: readonly string[];
  },
): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const operation of operations) {
    const callers = forServices.test(operation.path)
      ? [undefined]
      : about.people;
    for (const person of callers) {
      const client = person ? portal.as(person) : portal.asService();
      for (const url of urlsOf(operation, about)) {
        for (const type of operation.asCsv
          ? ['application/json', 'text/csv']
          : ['*/*']) {
          const { status, text } = await client
            .get(url)
            .set('accept', type)
            .buffer(true);
          answers.set(
            `${person ?? 'service'} ${url} ${type}`,
            `${status} ${comparable(text)}`,
          );
        }
      }
    }
  }
  return answers;
}
