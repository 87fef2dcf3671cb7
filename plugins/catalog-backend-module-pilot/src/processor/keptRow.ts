import { JsonObject, JsonValue } from '@backstage/types';
import { projectionRowSchema } from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { KeptRow } from '../projection/Projection';

const keptRowSchema = z.object({
  epoch: z.string(),
  row: projectionRowSchema,
});

/** Reads what an earlier run kept; what another version wrote counts as nothing. */
export function parseKeptRow(
  value: JsonValue | undefined,
): KeptRow | undefined {
  return keptRowSchema.safeParse(value).data;
}

/** No times in it: the catalog stores the copy whenever it differs. */
export function toKeptJson({ epoch, row }: KeptRow): JsonObject {
  const { target, seq, teams, adopters, phase, level } = row;
  return {
    epoch,
    row: {
      target,
      seq,
      teams,
      adopters,
      ...(phase && { phase }),
      ...(level && { level }),
    },
  };
}
