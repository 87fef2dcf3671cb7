import { LogRow } from '../kernel/store/log/logRows';

/** Content of a line, as JSON. */
export type Payload = Record<string, any>;

/** A line of the log, and what it says; nothing where that cannot be read. */
export interface ReadLine {
  readonly row: LogRow;
  readonly payload: Payload | undefined;
}

/** Reads lines as they are kept, fields of other versions included. */
export function readLines(rows: readonly LogRow[]): ReadLine[] {
  return rows.map(row => ({ row, payload: readJson(row.payload) }));
}

/** A JSON object, if it is one. */
export function readJson(text: string): Payload | undefined {
  try {
    const json = JSON.parse(text);
    return json !== null && typeof json === 'object' ? json : undefined;
  } catch {
    return undefined;
  }
}

/** The interest that a line is about. */
export function interestOf({ payload }: ReadLine): string | undefined {
  return payload?.state?.id ?? payload?.id;
}
