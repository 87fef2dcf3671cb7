import {
  interestDetailsShape,
  statedDetails,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod/v3';
import { typedByPeople } from '../kernel/actions/registerAction';
import { registerActions } from './registerActions';

interface RegisteredAction {
  readonly name: string;
  readonly description: string;
  readonly attributes: {
    readonly readOnly: boolean;
    readonly destructive: boolean;
  };
  readonly schema: {
    readonly input: (zod: typeof z) => z.AnyZodObject;
    readonly output: (zod: typeof z) => z.AnyZodObject;
  };
}

const actions: RegisteredAction[] = [];
registerActions(
  new Proxy(
    { registry: { register: (each: RegisteredAction) => actions.push(each) } },
    // What an action does is not called here.
    { get: (known: any, key) => known[key] ?? {} },
  ) as Parameters<typeof registerActions>[0],
);
const named = actions.map(each => [each.name, each] as const);

it('knows all actions', () => {
  expect(actions.length).toBeGreaterThanOrEqual(19);
});

/** The objects of an argument, however deep; an argument itself is one where it has fields. */
function objectsIn(schema: z.ZodTypeAny): z.AnyZodObject[] {
  if (schema instanceof z.ZodObject) {
    const fields: z.ZodTypeAny[] = Object.values(schema.shape);
    return [schema, ...fields.flatMap(objectsIn)];
  }
  if (schema instanceof z.ZodArray) {
    return objectsIn(schema.element);
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return objectsIn(schema.unwrap());
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap(objectsIn);
  }
  return schema instanceof z.ZodEffects ? objectsIn(schema.innerType()) : [];
}

describe.each(named)('%s', (_name, { description, schema }) => {
  const input = schema.input(z);

  it('refuses an argument that it does not know', () => {
    const { error } = input.safeParse({ nonsense: 1 });
    expect(error?.issues).toContainEqual(
      expect.objectContaining({
        code: 'unrecognized_keys',
        keys: ['nonsense'],
      }),
    );
  });

  it('refuses what it does not know within an argument', () => {
    for (const object of objectsIn(input)) {
      const { error } = object.safeParse({ nonsense: 1 });
      expect([Object.keys(object.shape), error?.issues]).toEqual([
        expect.anything(),
        expect.arrayContaining([
          expect.objectContaining({ keys: ['nonsense'] }),
        ]),
      ]);
    }
  });

  it('describes every argument', () => {
    const silent = objectsIn(input)
      .flatMap(({ shape }) => Object.entries(shape))
      .filter(([, argument]) => !(argument as z.ZodTypeAny).description);
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  it('says that texts of people are data', () => {
    expect(description).toContain(typedByPeople);
  });
});

it('lets clients ask before somebody signs or decides', () => {
  expect(
    actions
      .filter(({ attributes }) => attributes.destructive)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([
    'attest-check',
    'decide-proposal',
    'revoke-signature',
    'waive-check',
  ]);
});

it('takes a past day wherever the API does', () => {
  expect(
    actions
      .filter(({ schema }) => 'asOf' in schema.input(z).shape)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['explain-demand', 'get-demand', 'list-demand', 'list-pilots']);
});

it('takes and answers every detail of an interest', () => {
  const { schema } = actions.find(({ name }) => name === 'record-interest')!;
  const { shape } = schema.input(z);
  expect(
    statedDetails.map(detail => [detail, shape[detail]?.description]),
  ).toEqual(
    statedDetails.map(detail => [
      detail,
      interestDetailsShape[detail].description,
    ]),
  );
  const answered = schema.output(z).shape.interest.shape;
  expect(Object.keys(answered)).toEqual(
    expect.arrayContaining([...statedDetails]),
  );
});
