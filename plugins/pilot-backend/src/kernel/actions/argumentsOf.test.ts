import {
  listDemandQuerySchema,
  similarQuerySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod/v3';
import { argumentsOf, limitArgument, parseArguments } from './argumentsOf';

const query = listDemandQuerySchema.extend({ limit: limitArgument(50, 10) });
const shape = argumentsOf(z, query);

describe('argumentsOf', () => {
  it('has one for every parameter of the query', () => {
    expect(Object.keys(shape)).toEqual(Object.keys(query.shape));
  });

  it.each<[keyof typeof shape, string]>([
    ['kind', 'Only of this kind, in any case, such as Pilot'],
    ['level', 'Only at this level'],
    ['minScore', 'Only from this score, 0 to 100'],
    [
      'orderBy',
      'Order; a leading - sorts from high to low; -score if left out',
    ],
    ['limit', 'How many at most, 1 to 50; 10 if left out'],
  ])('says of %s what the API says', (name, meaning) => {
    expect(shape[name].description).toBe(meaning);
  });

  it.each<[string, object, object | undefined]>([
    ['nothing', {}, {}],
    ['one of several', { level: 'strong' }, { level: 'strong' }],
    ['a word that there is not', { level: 'huge' }, undefined],
    ['a number as a text', { limit: '7' }, { limit: 7 }],
    ['a number above the limit', { limit: 51 }, undefined],
    ['half a number', { limit: 1.5 }, undefined],
    ['yes as a text', { weeks: 'true' }, { weeks: true }],
    ['an order from high to low', { orderBy: '-name' }, { orderBy: '-name' }],
    ['a text that is too long', { q: 'x'.repeat(201) }, undefined],
  ])('takes or refuses %s', (_name, given, taken) => {
    expect(z.object(shape).safeParse(given).data).toEqual(taken);
  });
});

describe('parseArguments', () => {
  it('reads what was said like the route, and what was not by its default', () => {
    const said = { kind: 'API', team: 'payments', phase: 'platform' };
    expect(parseArguments(query, said)).toEqual({
      kind: ['api'],
      team: 'group:default/payments',
      phase: ['platform'],
      orderBy: '-score',
      limit: 10,
    });
  });

  it('leaves out what is empty or undefined', () => {
    const empty = { kind: '', team: '', cursor: '', asOf: undefined };
    expect(parseArguments(query, empty)).toEqual({
      orderBy: '-score',
      limit: 10,
    });
    expect(parseArguments(similarQuerySchema, { title: '' })).toEqual({
      limit: 5,
    });
  });

  it.each([
    [{ owner: 'a b' }, 'owner: must be an entity ref such as group:default/'],
    [{ team: 'user:ana' }, 'team: must name a group such as group:default/'],
  ])('names the argument that is wrong in %j', (given, message) => {
    expect(() => parseArguments(query, given)).toThrow(message);
  });
});
