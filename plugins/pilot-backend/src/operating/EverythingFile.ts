import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Format that the first line of a file of everything names. */
export const fileFormat = 'pilot-to-platform/everything';

/** A longer line is none that an export writes. */
const longestLine = 20_000_000;

const headSchema = z.object({
  format: z.literal(fileFormat),
  version: z.literal(1),
  /** The last migration of the database that it was exported from. */
  migration: z.string(),
});
export type FileHead = z.infer<typeof headSchema>;

const rowSchema = z.strictObject({
  table: z.string(),
  row: z.record(z.string(), z.unknown()),
});
export type FileLine = z.infer<typeof rowSchema>;

const endSchema = z.strictObject({
  end: z.strictObject({ rows: z.number(), sha256: z.string() }),
});

/** Facts of a file once all of it was read. */
export interface FileSummary {
  readonly head: FileHead;
  readonly rows: number;
  /** Tells it from every other file. */
  readonly sha256: string;
}

/**
 * Reads a file of everything line by line.
 *
 * @returns what is known at its end
 * @throws InputError for a file that is none, was cut off or was changed
 */
export async function* readEverythingFile(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<FileLine, FileSummary> {
  const digest = createHash('sha256');
  let head: FileHead | undefined;
  let rows = 0;
  let end: z.infer<typeof endSchema>['end'] | undefined;
  for await (const bytes of linesOf(chunks)) {
    const line = jsonOf(bytes, rows + 1);
    if (!head) {
      head = headOf(line);
    } else if (end) {
      throw new InputError(
        'The file goes on after its last line: two files were put together, or lines were added; nothing was imported',
      );
    } else if (endSchema.safeParse(line).success) {
      ({ end } = endSchema.parse(line));
      continue;
    } else {
      const parsed = rowSchema.safeParse(line);
      if (!parsed.success) {
        throw new InputError(
          `line ${
            rows + 2
          }: must be {"table": …, "row": …}; nothing was imported`,
        );
      }
      rows += 1;
      yield parsed.data;
    }
    digest.update(bytes).update('\n');
  }
  if (!head || !end) {
    throw new InputError(
      `The file ends after ${rows} rows, before its last line: it was cut off; nothing was imported. Send all of it, or export it again`,
    );
  }
  const sha256 = digest.digest('hex');
  if (end.rows !== rows || end.sha256 !== sha256) {
    throw new InputError(
      'The file is not as it was exported: its last line says what its bytes come to, and they do not; nothing was imported',
    );
  }
  return { head, rows, sha256 };
}

function headOf(line: unknown): FileHead {
  const head = headSchema.safeParse(line);
  if (!head.success) {
    const says = (line as { format?: unknown } | null)?.format === fileFormat;
    throw new InputError(
      says
        ? 'line 1: names a version of the format that only a later release reads; update this portal first'
        : 'line 1: must be the first line of an export of everything (GET /export/everything); lines of interest go to POST /import',
    );
  }
  return head.data;
}

function jsonOf(bytes: Buffer, line: number): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // The last one, mostly: the rest of it was cut off.
    throw new InputError(
      `line ${line}: is not JSON; if it is the last one, the file was cut off. Nothing was imported`,
    );
  }
}

/** The lines of a stream of bytes. Only a line feed ends one: texts may hold the rest. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, at)]);
      parts = [];
      length = 0;
      start = at + 1;
    }
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > longestLine) {
      throw new InputError('The file has a line that no export writes');
    }
  }
  if (length > 0) {
    yield Buffer.concat(parts);
  }
}
