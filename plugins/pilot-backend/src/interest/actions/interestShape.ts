import {
  interestDetailsShape,
  interestStatuses,
  statedDetails,
  StatedDetail,
  valueOf,
} from '@pilot-to-platform/plugin-pilot-common';
import type { ZodTypeAny } from 'zod/v3';
import { argumentOf, typeOf } from '../../kernel/actions/argumentsOf';
import { ActionZod } from '../../kernel/actions/shapes';

type DetailShape = Record<StatedDetail, ZodTypeAny>;

const eachDetail = (
  shapeOf: (schema: (typeof interestDetailsShape)[StatedDetail]) => ZodTypeAny,
) =>
  Object.fromEntries(
    statedDetails.map(detail => [
      detail,
      shapeOf(interestDetailsShape[detail]),
    ]),
  ) as DetailShape;

/** The details of an interest as arguments: what is left out stays, null clears. */
export const detailInputs = (z: ActionZod) =>
  eachDetail(schema => argumentOf(z, schema));

/** The details of an interest in an answer, which has all of them. */
const detailShape = (z: ActionZod) =>
  eachDetail(schema => {
    const value = valueOf(schema);
    const type = value.type === 'truth' ? z.boolean() : typeOf(z, value);
    return schema.isNullable() ? type.nullable() : type;
  });

export const interestShape = (z: ActionZod) =>
  z.object({
    id: z.string(),
    target: z.string(),
    targetTitle: z.string().nullable(),
    team: z.string(),
    useCaseKey: z.string(),
    ...detailShape(z),
    specificity: z.number().describe('How much is described, 0 to 1'),
    internal: z.boolean().describe('From the owner itself, without weight'),
    status: z.enum(interestStatuses),
    statusNote: z.string().nullable().describe('What the owner answered'),
    createdAt: z.string(),
    confirmedAt: z.string(),
    confirmDue: z
      .boolean()
      .describe('The person is asked to confirm or withdraw it'),
  });
