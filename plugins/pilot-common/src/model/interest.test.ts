import { z } from 'zod';
import { interestLineSchema } from './exchange';
import {
  interestDetailsShape,
  interestSchema,
  noDetails,
  recordInterestSchema,
  statedDetails,
  statedTexts,
} from './interest';

const team = 'group:default/payments';

describe('recordInterestSchema', () => {
  it.each([
    ['only a team', { team }, { team }],
    ['a team by name', { team: 'Payments' }, { team }],
    ['a team in mixed case', { team: 'Group:Default/PAYMENTS' }, { team }],
    [
      'text with blanks around',
      { team, useCase: '  weekly\textracts\r\n' },
      { team, useCase: 'weekly\textracts' },
    ],
    [
      'empty text, which clears',
      { team, alternative: ' ' },
      { team, alternative: null },
    ],
    [
      'null, which clears',
      { team, neededBy: null, otherwise: null },
      { team, neededBy: null, otherwise: null },
    ],
    [
      'a leap day',
      { team, neededBy: '2028-02-29' },
      { team, neededBy: '2028-02-29' },
    ],
    [
      'a name of the request',
      { team, requestId: 'A-b_c.9' },
      { team, requestId: 'A-b_c.9' },
    ],
    ['an emoji', { team, useCase: '🚀' }, { team, useCase: '🚀' }],
  ])('takes %s', (_name, given, expected) => {
    expect(recordInterestSchema.parse(given)).toEqual(expected);
  });

  it.each([
    ['no team', {}, 'team'],
    ['a User as team', { team: 'user:default/ada' }, 'team'],
    ['a team that is no ref', { team: 'a:b:c/d/e' }, 'team'],
    ['an author', { team, author: 'user:default/eve' }, ''],
    ['a misspelt field', { team, usecase: 'x' }, ''],
    ['an unknown urgency', { team, urgency: 'urgent' }, 'urgency'],
    ['null as urgency', { team, urgency: null }, 'urgency'],
    ['a day that is none', { team, neededBy: '2027-02-29' }, 'neededBy'],
    ['a time as day', { team, neededBy: '2027-03-01T00:00:00Z' }, 'neededBy'],
    ['text that is too long', { team, useCase: 'x'.repeat(4001) }, 'useCase'],
    ['a NUL character', { team, useCase: 'a\u0000b' }, 'useCase'],
    ['half an emoji', { team, useCase: 'a\ud83d' }, 'useCase'],
    ['a key that is no slug', { team, useCaseKey: 'Weekly' }, 'useCaseKey'],
    ['an empty name of the request', { team, requestId: '' }, 'requestId'],
    ['a long one', { team, requestId: 'r'.repeat(65) }, 'requestId'],
    ['one with a blank', { team, requestId: 'a b' }, 'requestId'],
    ['an empty key', { team, useCaseKey: '' }, 'useCaseKey'],
    ['a word for yes', { team, contribute: 'yes' }, 'contribute'],
  ])('refuses %s', (_name, given, field) => {
    const { error } = recordInterestSchema.safeParse(given);
    expect(error?.issues.map(issue => issue.path.join('.'))).toEqual([field]);
  });
});

describe('the details of an interest', () => {
  it('are in every request, answer and import', () => {
    for (const { shape } of [
      recordInterestSchema,
      interestSchema,
      interestLineSchema,
    ]) {
      expect(Object.keys(shape)).toEqual(
        expect.arrayContaining([...statedDetails]),
      );
    }
  });

  it('are texts of a person where people type what they like', () => {
    const { properties } = z.toJSONSchema(z.object(interestDetailsShape), {
      io: 'input',
    });
    const isTyped = ({
      type,
      enum: words,
      format,
    }: z.core.JSONSchema.BaseSchema) => type === 'string' && !words && !format;
    expect(
      statedDetails.filter(detail => {
        const schema = properties![detail] as z.core.JSONSchema.BaseSchema;
        return (schema.anyOf ?? [schema]).some(each =>
          isTyped(each as z.core.JSONSchema.BaseSchema),
        );
      }),
    ).toEqual(statedTexts);
  });

  it('can be said as they are where nothing is said', () => {
    expect(Object.keys(noDetails)).toEqual(statedDetails);
    expect(recordInterestSchema.parse({ team, ...noDetails })).toEqual({
      team,
      ...noDetails,
    });
  });
});
