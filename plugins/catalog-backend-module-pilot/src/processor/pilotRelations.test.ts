import { stringifyEntityRef } from '@backstage/catalog-model';
import { pilotRelations } from './pilotRelations';

const target = { kind: 'API', namespace: 'default', name: 'orders' };

function relations(
  row: { teams?: string[]; adopters?: string[] },
  reverseLimit = 500,
): string[] {
  return pilotRelations({
    target,
    row: { teams: [], adopters: [], ...row },
    reverseLimit,
  }).map(
    relation =>
      `${stringifyEntityRef(relation.source)} ${
        relation.type
      } ${stringifyEntityRef(relation.target)}`,
  );
}

describe('pilotRelations', () => {
  it('are both directions of interest and of adoption', () => {
    expect(
      relations({
        teams: ['group:default/search', 'group:emea/payments'],
        adopters: ['group:default/search'],
      }),
    ).toEqual([
      'group:default/search interestedIn api:default/orders',
      'api:default/orders hasInterestFrom group:default/search',
      'group:emea/payments interestedIn api:default/orders',
      'api:default/orders hasInterestFrom group:emea/payments',
      'group:default/search adopts api:default/orders',
      'api:default/orders adoptedBy group:default/search',
    ]);
  });

  it('are none where nobody asked', () => {
    expect(relations({})).toEqual([]);
  });

  it.each([
    ['an empty ref', ''],
    ['a ref without kind', 'payments'],
    ['a kind without name', 'group:'],
    ['a person', 'user:default/ada'],
  ])('leave out %s, and nothing else', (_name, bad) => {
    expect(relations({ teams: [bad, 'group:default/a'] })).toEqual([
      'group:default/a interestedIn api:default/orders',
      'api:default/orders hasInterestFrom group:default/a',
    ]);
  });

  it('say a team once, however often the row has it', () => {
    expect(
      relations({ teams: ['group:default/a', 'group:default/a'] }),
    ).toHaveLength(2);
  });

  it('are capped on the side of the target only, at the same teams whatever their order', () => {
    const teams = ['c', 'a', 'd', 'b'].map(name => `group:default/${name}`);
    const capped = relations({ teams, adopters: teams }, 2);
    expect(capped.filter(line => line.includes(' interestedIn '))).toHaveLength(
      4,
    );
    expect(capped.filter(line => line.includes(' adopts '))).toHaveLength(4);
    expect(capped.filter(line => line.startsWith('api:'))).toEqual([
      'api:default/orders hasInterestFrom group:default/a',
      'api:default/orders hasInterestFrom group:default/b',
      'api:default/orders adoptedBy group:default/a',
      'api:default/orders adoptedBy group:default/b',
    ]);
    expect(relations({ teams: teams.reverse(), adopters: teams }, 2)).toEqual(
      capped,
    );
  });

  it('are of one direction with a limit of 0', () => {
    expect(relations({ teams: ['group:default/a'] }, 0)).toEqual([
      'group:default/a interestedIn api:default/orders',
    ]);
  });
});
